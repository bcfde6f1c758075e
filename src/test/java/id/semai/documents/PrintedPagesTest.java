package id.semai.documents;

import static id.semai.journeys.Office.answers;
import static org.assertj.core.api.Assertions.assertThat;

import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The papers that heads sign: for those who may see the case, and for nobody else. */
@EndToEnd
class PrintedPagesTest {

    @Autowired
    Office office;

    @Test
    void theStatementOfAUnitIsPrintedForItsPeopleAndTheCoordinator() {
        String innovation = office.as("inovator.dinkes")
                .start(
                        "innovation-journey",
                        answers("innovation-proposal", "title", "Antrean <b>daring</b> puskesmas"));
        String page = "/cetak/pernyataan-komitmen/" + innovation;

        Office.Answer own = office.as("kepala.dinkes").page(page);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.body())
                .contains("Dinas Kesehatan", "Kabupaten Sumbawa", "Antrean &lt;b&gt;daring&lt;/b&gt; puskesmas");
        assertThat(office.as("koordinator").page(page).status()).isEqualTo(200);
        assertThat(office.as("kepala.dikbud").page(page).status()).isEqualTo(404);
        assertThat(office.nobody().page(page).status()).isEqualTo(401);
        assertThat(office.as("kepala.dinkes")
                        .page("/cetak/berita-acara/" + innovation)
                        .status())
                .isEqualTo(404);
        assertThat(office.as("kepala.dinkes")
                        .page("/cetak/rencana-aksi/" + innovation)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theCommitmentOfTheGovernmentAndTheMinutesBelongToTheWorkshop() {
        String workshop = office.as("koordinator").start("workshop", answers("workshop-plan"));

        for (String paper : new String[] {"naskah-komitmen", "berita-acara"}) {
            assertThat(office.as("koordinator")
                            .page("/cetak/" + paper + "/" + workshop)
                            .body())
                    .contains("Workshop Inovasi Pelayanan Publik");
            assertThat(office.as("kepala.dinkes")
                            .page("/cetak/" + paper + "/" + workshop)
                            .status())
                    .isEqualTo(404);
        }
    }
}
