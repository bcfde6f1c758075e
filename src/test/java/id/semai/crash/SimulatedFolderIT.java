package id.semai.crash;

import id.semai.dashboard.Board;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** For a folder of any size that {@code simulate} has filled, named by {@code -Dsimulated.folder=}. */
@EnabledIfSystemProperty(named = "simulated.folder", matches = ".+")
class SimulatedFolderIT {

    @Test
    void aBoardOfItsTopicsIsTheEnginesOwnHistory(@TempDir Path dashboard) throws Exception {
        Path folder = Path.of(System.getProperty("simulated.folder")).toAbsolutePath();

        Board board = new SimulatedFolder(folder).assertBoardIsHistory(dashboard);

        System.out.printf(
                "simulated: innovations=%d steps=%d events=%d differences=0%n",
                board.journeys().size(),
                board.journeys().stream()
                        .mapToInt(journey -> journey.steps().size())
                        .sum(),
                board.freshness().events());
    }
}
