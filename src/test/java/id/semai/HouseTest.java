package id.semai;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import id.semai.accounts.AccountSettings;
import id.semai.accounts.Door;
import id.semai.dashboard.Board;
import id.semai.dashboard.UnitFacts;
import id.semai.dashboardpages.Onlookers;
import id.semai.dashboardpages.Sight;
import id.semai.engine.FilterExpressions;
import id.semai.journal.JournalCommands;
import id.semai.openid.Offer;
import id.semai.people.Reach;
import id.semai.people.Reaches;
import id.semai.people.VisibleUnits;
import id.semai.people.Visitors;
import id.semai.people.Vouched;
import org.apache.kafka.common.TopicPartition;

/** The layout of the house, sentence by sentence. */
@AnalyzeClasses(packages = "id.semai", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    private static final String[] ENGINE_AND_DATABASE = {
        "org.camunda..", "java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..", "org.flywaydb.."
    };

    /** What brings the topics onto the board that others look at. */
    private static final String[] FEEDING = {
        "id.semai.events..", "id.semai.fold..", "id.semai.snapshots..", "id.semai.intake.."
    };

    @ArchTest
    static final ArchRule theVocabularyIsPureJava = classes()
            .that()
            .resideInAPackage("id.semai.stage..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("id.semai.stage..", "java..");

    @ArchTest
    static final ArchRule theJournalKnowsOnlyTheVocabulary = noClasses()
            .that()
            .resideInAPackage("id.semai.journal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "id.semai.engine..",
                    "id.semai.models..",
                    "id.semai.people..",
                    "id.semai.workshop..",
                    "id.semai.forms..",
                    "id.semai.embedded..");

    @ArchTest
    static final ArchRule onlyTheEnginesEdgeKnowsCamunda = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "id.semai.engine..",
                    "id.semai.check..",
                    "id.semai.models..",
                    "id.semai.migration..",
                    "id.semai.people..",
                    "id.semai.accounts..",
                    "id.semai.simulation..",
                    "id.semai.workshop..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine..");

    @ArchTest
    static final ArchRule onlyWhoReadsModelsKnowsHowTheyAreWritten = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "id.semai.changes..",
                    "id.semai.check..",
                    "id.semai.engine..",
                    "id.semai.migration..",
                    "id.semai.models..",
                    "id.semai.people..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.model..");

    @ArchTest
    static final ArchRule whatChangedIsPlainJava = classes()
            .that()
            .resideInAPackage("id.semai.changes..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "id.semai.changes..",
                    "java..",
                    "javax.xml..",
                    "org.w3c.dom..",
                    "org.xml.sax..",
                    "com.fasterxml.jackson..",
                    "org.camunda.bpm.model..");

    @ArchTest
    static final ArchRule theAuditTrailKnowsNobody = classes()
            .that()
            .resideInAPackage("id.semai.audit..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("org.camunda..")
            .andShould()
            .onlyDependOnClassesThat(new DescribedPredicate<>("are no feature of Semai") {
                @Override
                public boolean test(JavaClass type) {
                    return !type.getPackageName().startsWith("id.semai.")
                            || type.getPackageName().startsWith("id.semai.audit");
                }
            });

    @ArchTest
    static final ArchRule nobodyAsksForPasswordsButTheirOwnFeature = noClasses()
            .that()
            .resideOutsideOfPackages("id.semai.accounts..", "id.semai.prod..", "id.semai.signon..")
            .should()
            .dependOnClassesThat(resideInAPackage("id.semai.accounts..")
                    .and(not(type(AccountSettings.class)))
                    .and(not(type(Door.class))));

    @ArchTest
    static final ArchRule onlySingleSignOnKnowsSpringSecurity = noClasses()
            .that()
            .resideOutsideOfPackage("id.semai.openid..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.security..");

    @ArchTest
    static final ArchRule nobodyKnowsHowSingleSignOnWorks = noClasses()
            .that()
            .resideOutsideOfPackages("id.semai.openid..", "id.semai.signon..", "id.semai.dashboardlogin..")
            .should()
            .dependOnClassesThat(resideInAPackage("id.semai.openid..").and(not(type(Offer.class))));

    @ArchTest
    static final ArchRule nobodyBuildsOnHowPeopleAreLetIn = noClasses()
            .that()
            .resideOutsideOfPackages("id.semai.signon..", "id.semai.dashboardlogin..")
            .and(not(type(Semai.class)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("id.semai.signon..", "id.semai.dashboardlogin..");

    /** So that it serves whoever lets people in, with accounts of the engine's or without any. */
    @ArchTest
    static final ArchRule openIdConnectKnowsNeitherEngineNorDatabase = classes()
            .that()
            .resideInAPackage("id.semai.openid..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("id.semai..")
                    .or(resideInAPackage("id.semai.openid.."))
                    .or(type(Vouched.class)))
            .andShould()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(ENGINE_AND_DATABASE);

    @ArchTest
    static final ArchRule onlyTheJournalProduces = noClasses()
            .that()
            .resideOutsideOfPackage("id.semai.journal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka.clients.producer..", "org.springframework.kafka.core..");

    @ArchTest
    static final ArchRule onlyTheJournalAndTheIntakeConsume = noClasses()
            .that()
            .resideOutsideOfPackages("id.semai.journal..", "id.semai.intake..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.clients.consumer..");

    @ArchTest
    static final ArchRule whatADashboardShowsIsPureJava = classes()
            .that()
            .resideInAPackage("id.semai.dashboard..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("id.semai.dashboard..", "java..");

    @ArchTest
    static final ArchRule eventsAreReadWithoutKnowingWhereTheyComeFrom = classes()
            .that()
            .resideInAPackage("id.semai.events..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("id.semai.events..", "id.semai.dashboard..", "java..", "com.fasterxml.jackson.core..");

    @ArchTest
    static final ArchRule theFoldKnowsEventsAndTheBoardAlone = classes()
            .that()
            .resideInAPackage("id.semai.fold..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("id.semai.fold..", "id.semai.events..", "id.semai.dashboard..", "java..")
                            .or(type(TopicPartition.class)));

    @ArchTest
    static final ArchRule snapshotsKnowTheBoardAndFilesAlone = classes()
            .that()
            .resideInAPackage("id.semai.snapshots..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "id.semai.snapshots..",
                    "id.semai.fold..",
                    "id.semai.dashboard..",
                    "java..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule theIntakeKnowsTheTopicsAndNothingElse = classes()
            .that()
            .resideInAPackage("id.semai.intake..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("id.semai..")
                    .or(resideInAnyPackage(
                            "id.semai.intake..",
                            "id.semai.dashboard..",
                            "id.semai.events..",
                            "id.semai.fold..",
                            "id.semai.snapshots..",
                            "id.semai.terminal..")))
            .andShould()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(ENGINE_AND_DATABASE);

    @ArchTest
    static final ArchRule nobodyKnowsHowTheBoardIsFed = noClasses()
            .that()
            .resideOutsideOfPackages(FEEDING)
            .and(not(type(Semai.class)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEEDING);

    @ArchTest
    static final ArchRule figuresAreComputedFromTheBoardAlone = classes()
            .that()
            .resideInAPackage("id.semai.figures..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("id.semai..")
                    .or(resideInAPackage("id.semai.figures.."))
                    .or(resideInAPackage("id.semai.dashboard.."))
                    .or(resideInAPackage("id.semai.stage..")))
            .andShould()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(ENGINE_AND_DATABASE)
            .andShould()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule theReportingTablesKnowTheBoardAndTheDatabaseAlone = classes()
            .that()
            .resideInAPackage("id.semai.reporting..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("id.semai..")
                    .or(resideInAPackage("id.semai.reporting.."))
                    .or(resideInAPackage("id.semai.dashboard..")))
            .andShould()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("org.camunda..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule nobodyBuildsOnTheReportingTables = noClasses()
            .that()
            .resideOutsideOfPackage("id.semai.reporting..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("id.semai.reporting..");

    @ArchTest
    static final ArchRule sheetsKnowFiguresAndJavaAlone = classes()
            .that()
            .resideInAPackage("id.semai.sheets..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("id.semai.sheets..", "id.semai.figures..", "java..");

    @ArchTest
    static final ArchRule commandsShareATerminalThatKnowsNoneOfThem = classes()
            .that()
            .resideInAPackage("id.semai.terminal..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("id.semai..").or(resideInAPackage("id.semai.terminal..")));

    @ArchTest
    static final ArchRule theEmbeddedServersKnowNothingOfSemai = classes()
            .that()
            .resideInAPackage("id.semai.embedded..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "id.semai.engine..",
                    "id.semai.models..",
                    "id.semai.people..",
                    "id.semai.workshop..",
                    "id.semai.journal..",
                    "id.semai.stage..",
                    "id.semai.forms..");

    @ArchTest
    static final ArchRule formsKnowNothingElse = noClasses()
            .that()
            .resideInAPackage("id.semai.forms..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "id.semai.engine..",
                    "id.semai.models..",
                    "id.semai.people..",
                    "id.semai.workshop..",
                    "id.semai.journal..",
                    "id.semai.embedded..");

    @ArchTest
    static final ArchRule theCheckKnowsWhatModelsNameAndNothingElse = classes()
            .that()
            .resideInAPackage("id.semai.check..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("id.semai..")
                    .or(resideInAPackage("id.semai.check.."))
                    .or(resideInAPackage("id.semai.rulebook.."))
                    .or(resideInAPackage("id.semai.engine.."))
                    .or(resideInAPackage("id.semai.forms.."))
                    .or(resideInAPackage("id.semai.people.."))
                    .or(resideInAPackage("id.semai.stage..")));

    @ArchTest
    static final ArchRule theRulebookIsPureJava = classes()
            .that()
            .resideInAPackage("id.semai.rulebook..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("id.semai.rulebook..", "java..");

    @ArchTest
    static final ArchRule onlyWhoReleasesAndTheCommandRunTheCheck = noClasses()
            .that()
            .resideOutsideOfPackages("id.semai.check..", "id.semai.checkcommand..", "id.semai.models..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("id.semai.check..");

    @ArchTest
    static final ArchRule nobodyBuildsOnTheCheckCommand = noClasses()
            .that()
            .resideOutsideOfPackage("id.semai.checkcommand..")
            .and(not(type(Semai.class)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("id.semai.checkcommand..");

    @ArchTest
    static final ArchRule nobodyBuildsOnHowTasklistLooks = noClasses()
            .that()
            .resideOutsideOfPackage("id.semai.tasklist..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("id.semai.tasklist..");

    @ArchTest
    static final ArchRule nobodyWaitsForMessages = noClasses()
            .that()
            .resideOutsideOfPackage("id.semai.messages..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("id.semai.messages..");

    @ArchTest
    static final ArchRule theGuardKnowsWhoAsksAndWhatListsMaySay = classes()
            .that()
            .resideInAPackage("id.semai.guard..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("id.semai..")
                    .or(resideInAPackage("id.semai.guard.."))
                    .or(type(Visitors.class))
                    .or(type(FilterExpressions.class)));

    @ArchTest
    static final ArchRule nobodyCountsOnTheGuard = noClasses()
            .that()
            .resideOutsideOfPackage("id.semai.guard..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("id.semai.guard..");

    /** It acts as people do, so nothing of what it shows is a shortcut through a feature. */
    @ArchTest
    static final ArchRule aSimulationKnowsTheEngineAndNoFeature = classes()
            .that()
            .resideInAPackage("id.semai.simulation..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("id.semai..")
                    .or(resideInAPackage("id.semai.simulation.."))
                    .or(resideInAPackage("id.semai.stage.."))
                    .or(resideInAPackage("id.semai.terminal.."))
                    .or(type(JournalCommands.class)));

    @ArchTest
    static final ArchRule nobodyKnowsOfSimulations = noClasses()
            .that()
            .resideOutsideOfPackage("id.semai.simulation..")
            .and(not(type(Semai.class)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("id.semai.simulation..");

    @ArchTest
    static final ArchRule theDashboardsPagesKnowTheBoardAndNothingElse = classes()
            .that()
            .resideInAPackage("id.semai.dashboardpages..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("id.semai..")
                    .or(resideInAPackage("id.semai.dashboardpages.."))
                    .or(resideInAPackage("id.semai.dashboard.."))
                    .or(resideInAPackage("id.semai.figures.."))
                    .or(resideInAPackage("id.semai.sheets.."))
                    .or(resideInAPackage("id.semai.stage..")))
            .andShould()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(ENGINE_AND_DATABASE);

    /** Who may see what on the dashboard is the one thing there that asks for accounts. */
    @ArchTest
    static final ArchRule onlySightKnowsBothTheDashboardAndThePeople = classes()
            .that()
            .resideInAPackage("id.semai.sight..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("id.semai..")
                    .or(resideInAPackage("id.semai.sight.."))
                    .or(type(Onlookers.class))
                    .or(type(Sight.class))
                    .or(type(Visitors.class))
                    .or(type(VisibleUnits.class)));

    /** Of the people it knows what their groups mean and how long they may stay; neither engine nor database. */
    @ArchTest
    static final ArchRule theDashboardAloneLetsPeopleInByWhatAProviderSaysOfThem = classes()
            .that()
            .resideInAPackage("id.semai.dashboardlogin..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("id.semai..")
                    .or(resideInAPackage("id.semai.dashboardlogin.."))
                    .or(resideInAPackage("id.semai.openid.."))
                    .or(resideInAPackage("id.semai.dashboardpages.."))
                    .or(type(Board.class))
                    .or(type(UnitFacts.class))
                    .or(type(Vouched.class))
                    .or(type(Reach.class))
                    .or(type(Reaches.class))
                    .or(type(AccountSettings.class))
                    .or(type(Door.class)))
            .andShould()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(ENGINE_AND_DATABASE);

    @ArchTest
    static final ArchRule nobodyBuildsOnTheDashboardsPages = noClasses()
            .that()
            .resideOutsideOfPackages("id.semai.dashboardpages..", "id.semai.dashboardlogin..", "id.semai.sight..")
            .and(not(type(Semai.class)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("id.semai.dashboardpages..", "id.semai.sight..");

    @ArchTest
    static final ArchRule noFeatureStandsInACircle =
            slices().matching("id.semai.(*)..").should().beFreeOfCycles();
}
