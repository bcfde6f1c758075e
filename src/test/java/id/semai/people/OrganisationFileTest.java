package id.semai.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.semai.stage.Unit;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

class OrganisationFileTest {

    private static final String GOOD =
            """
            governments:
              - code: sumbawa
                areaCode: "52.04"
                name: Kabupaten Sumbawa
                zone: Asia/Makassar
                coordinatorUnit: bag-organisasi
                units:
                  - { code: bag-organisasi, kind: agency, name: Bagian Organisasi }
                  - { code: kec-alas, kind: district, name: Kecamatan Alas, district: Alas }
                  - { code: pkm-alas, kind: health-centre, name: Puskesmas Alas, district: "Alas" }
            roles:
              - { id: coordinator, name: Bagian Organisasi, scope: government, starts: [workshop] }
              - { id: innovator, name: Tim pelaksana inovasi, scope: unit, works: [rollout] }
            demoAccounts:
              - { id: koordinator, role: coordinator, unit: bag-organisasi }
              - { id: inovator.kec-alas, role: innovator, unit: kec-alas }
            """;

    @Test
    void theFileThatIsShippedHoldsTheSampleOrganisation() {
        Organisation shipped = OrganisationFile.read(new ClassPathResource("people.yaml"));

        Map<Unit.Kind, Long> kinds =
                shipped.units().stream().collect(Collectors.groupingBy(Unit::kind, Collectors.counting()));
        assertThat(kinds.get(Unit.Kind.DISTRICT)).isEqualTo(24);
        assertThat(kinds.get(Unit.Kind.AGENCY)).isGreaterThanOrEqualTo(14);
        assertThat(kinds).containsOnlyKeys(Unit.Kind.values());
        assertThat(shipped.roles())
                .extracting(Role::id)
                .containsExactlyInAnyOrder(
                        "coordinator", "innovator", "unit-head", "facilitator", "leadership", "administrator");
        assertThat(shipped.demoAccounts())
                .extracting(DemoAccount::id)
                .contains("koordinator", "pimpinan", "fasilitator", "admin", "kepala.dikbud", "inovator.dikbud");
        assertThat(shipped.demoAccounts())
                .allMatch(account -> account.id().equals(account.id().toLowerCase()));
    }

    @Test
    void whoOverseesAGovernmentOverseesThatOfTheOwnUnitWhenNoneIsNamed() {
        assertThat(read(GOOD).demoAccounts().get(0).governments()).containsExactly("sumbawa");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            code: kec-alas        | code: bag-organisasi | Perangkat daerah «bag-organisasi»: kode ini dipakai dua kali.
            code: kec-alas        | code: Kec Alas       | kode «Kec Alas» hanya boleh huruf kecil
            code: kec-alas,       |                      | isian «code» wajib diisi
            kind: district        | kind: kampung        | Perangkat daerah «kec-alas»: jenis «kampung» tidak dikenal, gunakan agency, district,
            district: "Alas"      | district: Alos       | Perangkat daerah «pkm-alas»: kecamatan «Alos» tidak ada pada Kabupaten Sumbawa.
            , district: Alas      |                      | Perangkat daerah «kec-alas»: isian «district» wajib diisi untuk kecamatan.
            name: Kecamatan Alas  | nmae: Kecamatan Alas | Perangkat daerah «kec-alas»: isian «nmae» tidak dikenal.
            name: Kecamatan Alas  | nmae: Kecamatan Alas | Perangkat daerah «kec-alas»: isian «name» wajib diisi.
            district: Alas        | active: mungkin      | isian «active» harus true atau false, bukan «mungkin»
            Asia/Makassar         | Asia/Sumbawa         | Pemerintah daerah «sumbawa»: zona waktu «Asia/Sumbawa» tidak dikenal
            "52.04"               | Sumbawa              | kode wilayah «Sumbawa» bukan seperti "52.04"
            coordinatorUnit: bag- | coordinatorUnit: bg- | perangkat daerah koordinator «bg-organisasi» tidak ada pada daftar units.
            role: innovator       | role: inovator       | Akun «inovator.kec-alas»: peran «inovator» tidak ada pada daftar roles.
            , unit: kec-alas      |                      | Akun «inovator.kec-alas»: perangkat daerahnya (unit) belum ditulis.
            unit: kec-alas        | unit: kec-alos       | Akun «inovator.kec-alas»: perangkat daerah «kec-alos» tidak dikenal.
            id: inovator.kec-alas | id: koordinator      | Akun «koordinator»: id ini dipakai dua kali.
            id: inovator.kec-alas | id: Budi Santoso     | Akun «Budi Santoso»: id hanya boleh huruf kecil
            scope: unit           | scope: semua         | Peran «innovator»: cakupan «semua» tidak dikenal
            id: innovator         | id: coordinator      | Peran «coordinator»: kode ini dipakai dua kali.
            works: [rollout]      | works: rollout       | Peran «innovator»: isian «works» harus berupa daftar.
            works: [rollout]      | works: ["a b"]       | Peran «innovator»: «a b» pada isian «works» bukan kunci proses
            governments:          | pemerintah:          | Berkas: isian «pemerintah» tidak dikenal.
            zone: Asia            | zone: [Asia          | Penulisan YAML keliru pada baris
            zone: Asia            | name: Lain           | Penulisan YAML keliru pada baris
            """)
    void nonsenseIsAnsweredByASentenceThatNamesTheEntry(String good, String bad, String sentence) {
        String nonsense = GOOD.replace(good, bad == null ? "" : bad);

        assertThat(nonsense).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> read(nonsense))
                .isInstanceOf(InvalidOrganisation.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void everyFaultIsSaidAtOnce() {
        String nonsense = GOOD.replace("kind: district", "kind: kampung").replace("role: innovator", "role: inovator");

        assertThatThrownBy(() -> read(nonsense)).hasMessageContaining("kampung").hasMessageContaining("inovator");
    }

    @ParameterizedTest
    @CsvSource({"''", "'- satu'", "'satu: [dua'", "42", "'governments: []'"})
    void whatIsNoOrganisationAtAllIsRefused(String content) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(InvalidOrganisation.class);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> OrganisationFile.read(new FileSystemResource("tidak-ada.yaml")))
                .isInstanceOf(InvalidOrganisation.class)
                .hasMessageContaining("tidak-ada.yaml")
                .hasMessageContaining("semai.people.file");
    }

    private Organisation read(String content) {
        return OrganisationFile.read(new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8), "percobaan.yaml"));
    }
}
