package id.semai.simulation;

import id.semai.terminal.CommandLine;
import id.semai.terminal.Terminal;
import java.time.LocalDate;
import java.util.Arrays;

/** {@code simulate}: months of innovations in a folder of their own, by the real engine as the right people would. */
public final class SimulateCommand {

    private static final String USAGE =
            """
            java -jar semai.jar simulate --government sumbawa [pilihan]
            java -jar semai.jar simulate --country [pilihan]

            Menjalankan perjalanan inovasi lewat mesin proses yang sebenarnya, seperti dilakukan orang-orangnya: workshop,
            tanda tangan, rencana aksi, laboratorium, uji coba, penerapan, pengembalian, penghentian dan keterlambatan.
            Datanya masuk ke folder kosong dengan PostgreSQL dan Kafka sendiri, tidak pernah di samping data lain.

              --units <n>          jumlah perangkat daerah/unit kerja (86)
              --innovations <n>    jumlah inovasi (174; seluruh negeri 36742)
              --months <n>         lama masa yang disimulasikan (6)
              --until <tanggal>    hari sesudah masa itu (hari ini)
              --seed <n>           angka awal; angka yang sama memberi perjalanan yang sama (2016)
              --pace <n>           berapa kali lebih cepat daripada kenyataan (secepat mungkin)
              --into <folder>      folder kosong (data/simulasi-sumbawa, data/simulasi-negara)

            Ctrl-C menghentikannya dengan folder yang utuh.

            Kode keluar: 0 selesai dan topik cocok dengan jurnal; 1 ada langkah yang gagal atau topik tidak cocok; 2 ditolak
            atau tidak dapat dijalankan, dengan satu kalimat penjelasan.
            """;

    private SimulateCommand() {}

    public static boolean meant(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals("simulate");
    }

    /**
     * Runs the simulation to its end and returns the exit code of the process; failures are told in one sentence.
     *
     * @param application what is simulated
     * @param servers configuration for commands beside a running application
     */
    public static int run(String[] arguments, Class<?> application, Class<?> servers) {
        return Terminal.run(terminal -> {
            CommandLine line = CommandLine.parse(
                    Arrays.asList(arguments).subList(1, arguments.length),
                    SimulationOrder.VALUES,
                    SimulationOrder.FLAGS);
            if (line.has("help")) {
                terminal.results().print(USAGE);
                return Performance.DONE;
            }
            SimulationOrder order = SimulationOrder.of(line, LocalDate.now(SimulationOrder.NATIONAL));
            OwnServers.requireEmpty(order.folder());
            return new Performance(order, terminal).run(application, line.settings(), servers);
        });
    }
}
