package id.semai.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.semai.dashboard.Board;
import id.semai.dashboard.Happening;
import id.semai.dashboard.Journey;
import id.semai.dashboard.Step;
import id.semai.figures.Boards;
import id.semai.figures.Figures;
import id.semai.figures.Figures.Ending;
import id.semai.figures.Filter;
import id.semai.figures.Measure;
import id.semai.figures.Reckoning;
import id.semai.figures.Timeline;
import id.semai.journeys.EndToEnd;
import id.semai.journeys.Office;
import id.semai.journeys.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** SQL says what {@link Figures} say, to the digit, and to whoever has the role alone. */
@EndToEnd
class ViewsTest {

    private static final List<String> VIEWS = List.of(
            "demands",
            "freshness",
            "innovations",
            "one_agency",
            "results",
            "stage_visits",
            "stages",
            "transitions",
            "units",
            "weekly");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final int INNOVATIONS = 200;
    /** So few that some units have none. */
    private static final int FEW = 6;

    private static final int SOME = 80;

    @Autowired
    DataSource database;

    @Autowired
    Board board;

    @Autowired
    Reckoning reckoning;

    @Autowired
    Office office;

    private Apart apart;

    @BeforeEach
    void begin() {
        apart = new Apart(database);
    }

    @Test
    void theBoardArrivesWithTheSameNumbers() {
        Story story = Story.proposed(office, "dinkes").committed().drafted();
        ZoneId zone = ZoneId.of("Asia/Jakarta");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            compare(board, Instant.now(), zone);
            assertThat(apart.jdbc.queryForList("select innovation from reporting.innovations", String.class))
                    .contains(story.innovation);
        });
        assertThat(apart.jdbc.queryForObject("select zone from reporting.settings", String.class))
                .isEqualTo(zone.getId());
    }

    /** Boards with everything that events can do: several stages open, returns, holes, and events after the end. */
    @ParameterizedTest
    @CsvSource({"2016, Asia/Makassar", "2017, UTC", "2018, America/New_York", "2019, +07:00"})
    void anyBoardHasTheSameNumbers(long seed, ZoneId zone) {
        Instant now = Instant.parse("2026-11-28T07:30:00Z").plusMillis(seed * 1_000_003 % 1_000_000_000);
        Board random = Boards.random(seed, now, INNOVATIONS);
        apart.withEmptyTables(() -> {
            Tables tables = new Tables(database);
            tables.zone(zone);
            new Copy(random, tables, apart.transaction, () -> true).round();
            apart.at(now);
            compareAll(random, now, zone);
        });
    }

    /** What can be wrong in a view is found by the comparison above. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "told_course | what = 'FINISHED' order by sequence limit | what = 'FINISHED' order by sequence desc limit",
                "told_course | min(s.sequence) as first | max(s.sequence) as first",
                "told_course | generate_series(2, | generate_series(3,",
                "told_course | (e.sequence is null or s.sequence < e.sequence) | true",
                "told_course | and s.stage <> '' | and true",
                "told_course | array_agg(stage order by first) | array_agg(stage)",
                "told_stay | (c.end_sequence is null or s.sequence < c.end_sequence) | true",
                "told_stay | left_sequence is null or sequence <= left_sequence | true",
                "told_stay | max(at) filter (where sequence = entered_sequence) | null",
                "told_stay | and (what <> 'ENTERED' or sequence = entered_sequence) | and true",
                "told_stay | what = 'OVERDUE' and due_at = 0 | false",
                "told_stay | , max(ended)) as left_at | ) as left_at",
                "told_place | greatest(since, due + 1) | due + 1",
                "told_place | greatest(since, due + 1) | greatest(since, due)",
                "told_place | since desc, | since,",
                "told_place | visit > 1 | visit > 2",
                "innovations | v.due < p.now | v.due <= p.now",
                "innovations | coalesce(v.stage_since, v.last_left, c.began) | coalesce(v.stage_since, c.began)",
                "innovations | coalesce(v.open_since, v.last_left, c.began) | coalesce(v.stage_since, v.last_left, c.began)",
                "innovations | outcome.what = 'outcome' | outcome.what = 'stage-outcome'",
                "innovations | reason.what = 'reason' | reason.what = 'kind'",
                "innovations | stage.code = v.stage | stage.code = c.reason",
                "stage_visits | s.left_at is null and s.due < p.now | s.left_at is null and s.due <= p.now",
                "stage_visits | s.entry_known and | true and",
                "stage_visits | outcome.what = 'stage-outcome' | outcome.what = 'outcome'",
                "stage_visits | main_stage.name, | stage.name,",
                "stages | partition by p.number, above.stage | partition by p.number",
                "stages | sum(place * times) / sum(times), | min(place),",
                "stages | sum(place * times) / sum(times), | 1,",
                "stages | collate \"C\") as | collate \"C\" desc) as",
                "stages | count(*) as times | 1 as times",
                "stages | order by l.line | order by l.reached",
                "stages | main_stage.name, | stage.name,",
                "transitions | when 'FINISHED' then 'outcome' | when 'FINISHED' then 'reason'",
                "transitions | s.sequence <= c.end_sequence | s.sequence < c.end_sequence",
                "weekly | interval '364 days' | interval '371 days'",
                "weekly | where l.began <= w.number | where l.began < w.number",
                "weekly | w.number <= l.ended | w.number < l.ended",
                "weekly | upper(span) - 1, | upper(span),",
                "weekly | lower(span) - 1, | lower(span),",
                "weekly | c.began - 1, | c.began,",
                "weekly | c.ended - 1, | c.ended,",
                "weekly | number < ended | number <= ended",
                "one_agency | not j.title_provisional | true",
                "one_agency | where u.active | where true",
                "units | not i.title_provisional | true",
                "results | d.after <= d.target | d.after < d.target",
                "results | d.after >= d.target | d.after > d.target",
                "results | then d.after < d.before | then d.after <= d.before",
                "results | when d.before is null then false | when d.after is null then false",
                "demands | min(d.name | max(d.name",
                "demands | where d.name <> d.source | where true",
                "demands | c.outcome = 'adopted' | c.outcome <> 'declined'"
            })
    void aMistakeInAViewIsSeen(String view, String right, String wrong) throws IOException {
        Instant now = Instant.parse("2026-11-28T07:30:00Z");
        ZoneId zone = ZoneId.of("UTC");
        String mistaken = definition(view).replace(right, wrong);
        assertThat(mistaken).isNotEqualTo(definition(view));
        apart.withEmptyTables(() -> {
            apart.at(now);
            Tables tables = new Tables(database);
            tables.zone(zone);
            apart.jdbc.execute(mistaken);
            List<Board> boards = List.of(Boards.random(2016, now, FEW), Boards.random(2016, now, SOME), tie());
            assertThatThrownBy(() -> boards.forEach(board -> {
                        new Copy(board, tables, apart.transaction, () -> true).round();
                        compareAll(board, now, zone);
                    }))
                    .isInstanceOf(AssertionError.class);
        });
    }

    private static String definition(String view) throws IOException {
        String migrations = Files.readString(MIGRATIONS.resolve("V7__reporting.sql"))
                + Files.readString(MIGRATIONS.resolve("V8__order_of_stages.sql"));
        int start = migrations.lastIndexOf("view reporting." + view + " as");
        return "create or replace " + migrations.substring(start, migrations.indexOf(";", start));
    }

    @Test
    void stagesAtTheSamePlaceStandByTheirCodesAndEachBeforeThoseInsideIt() {
        apart.withEmptyTables(() -> {
            Board tie = tie();
            Instant now = Instant.parse("2026-11-28T07:30:00Z");
            new Copy(tie, new Tables(database), apart.transaction, () -> true).round();
            apart.at(now);
            assertThat(apart.jdbc.queryForList("select stage from reporting.stages order by position", String.class))
                    .containsExactly("c", "c.d", "c.d.e", "alfa", "beta");
            compareAll(tie, now, ZoneId.of("Asia/Jakarta"));
        });
    }

    private static Board tie() {
        Shelf shelf = new Shelf().unit("u1", "Satu");
        shelf.names.put("c", "Cari");
        return shelf.journey("satu", "beta", "alfa")
                .journey("dua", "alfa", "beta")
                .journey("tiga", "c.d.e", "c.d");
    }

    @Test
    void aBoardWithoutInnovationsHasNoWeeksAndAllUnitsWithoutOne() {
        apart.withEmptyTables(() -> {
            Shelf empty = new Shelf().unit("u1", "Satu");
            new Copy(empty, new Tables(database), apart.transaction, () -> true).round();
            apart.at(Instant.parse("2026-11-28T07:30:00Z"));
            assertThat(apart.rows("select * from reporting.weekly")).isEmpty();
            assertThat(apart.rows("select year, units, without from reporting.one_agency"))
                    .containsExactly(List.of(2026, 1, 1));
        });
    }

    @Test
    void theRoleReadsTheseViewsAndEachOfTheirColumnsIsExplained() {
        assertThat(apart.jdbc.queryForList(
                        """
                        select relname from pg_class where relkind in ('r', 'v', 'm', 'p', 'f')
                            and has_schema_privilege('semai_reporting', relnamespace, 'usage')
                            and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
                            and has_table_privilege('semai_reporting', oid, 'select')
                        order by relname
                        """,
                        String.class))
                .isEqualTo(VIEWS);
        for (String view : VIEWS) {
            assertThat(apart.asReporter("select * from reporting." + view + " limit 1"))
                    .as(view)
                    .hasSizeLessThan(2);
            assertThat(apart.jdbc.queryForList(
                            """
                            select attname from pg_attribute where attrelid = ?::regclass and attnum > 0
                                and col_description(attrelid, attnum) is null
                            """,
                            String.class,
                            "reporting." + view))
                    .as("columns of %s without a comment", view)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from semai.innovation",
                "select * from semai.event",
                "select * from semai.account",
                "select * from semai.audit",
                "select * from public.act_id_user",
                "select * from public.act_ru_task",
                "select * from public.act_hi_varinst",
                "select * from reporting.journey",
                "select * from reporting.step",
                "select * from reporting.unit",
                "select * from reporting.settings",
                "select * from reporting.copied",
                "select * from reporting.name",
                "select * from reporting.stay",
                "select * from reporting.course",
                "select * from reporting.place",
                "select * from reporting.told_stay",
                "select * from reporting.told_course",
                "select * from reporting.told_place",
                "select * from reporting.present",
                "select pg_read_file('PG_VERSION')",
                "insert into reporting.journey (id) values ('x') returning id",
                "insert into reporting.units (unit) values ('x') returning unit",
                "update reporting.settings set zone = 'UTC' returning zone",
                "update reporting.innovations set title = '' returning title",
                "delete from reporting.step returning journey",
                "delete from reporting.transitions returning innovation",
                "with x as (delete from reporting.unit returning code) select * from x",
                "select * into reporting.mine from reporting.units",
                "select * into public.mine from reporting.units"
            })
    void theRoleIsRefusedEverythingElse(String attempt) {
        assertThatThrownBy(() -> apart.asReporter(attempt))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|cannot (insert into|update|delete from) view).*");
    }

    @Test
    void aRoleThatIsGivenMoreReadsAndChangesMore() {
        apart.undone(() -> {
            apart.jdbc.execute("grant usage on schema semai to semai_reporting");
            apart.jdbc.execute("grant select on semai.event, public.act_ru_task, reporting.step to semai_reporting");
            apart.jdbc.execute("grant select, update on reporting.settings to semai_reporting");
            apart.jdbc.execute("set local role semai_reporting");
            for (String table : List.of("semai.event", "public.act_ru_task", "reporting.step")) {
                assertThat(apart.rows("select count(*) from " + table)).hasSize(1);
            }
            assertThat(apart.rows("update reporting.settings set zone = 'UTC' returning zone"))
                    .containsExactly(List.of("UTC"));
            return null;
        });
    }

    @Test
    void theRoleCannotLogInByItself() {
        assertThat(apart.rows("select rolcanlogin, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls from pg_roles"
                        + " where rolname = 'semai_reporting'"))
                .containsExactly(List.of(false, false, false, false, false));
    }

    private void compare(Board shared, Instant now, ZoneId zone) {
        apart.undone(() -> {
            apart.at(now);
            compareAll(shared, now, zone);
            return null;
        });
    }

    private void compareAll(Board of, Instant now, ZoneId zone) {
        Figures figures = reckoning.figures(of, Filter.ALL, now, zone);
        totals(figures.totals());
        stages(of, figures);
        visits(of, now, zone);
        weeks(figures);
        endings(figures);
        movement(figures.oneAgency());
        innovations(of, now, zone);
        units(of, now, zone);
        ageing(figures);
        transitions(of);
        results(of, now, zone);
        improvements(figures);
        demands(figures);
    }

    private void totals(Figures.Totals totals) {
        assertThat(
                        apart.rows(
                                """
                                select count(*)::int, count(*) filter (where open)::int,
                                    count(*) filter (where outcome = 'adopted')::int,
                                    count(*) filter (where outcome = 'stopped')::int,
                                    count(*) filter (where outcome = 'declined')::int,
                                    count(*) filter (where outcome = 'withdrawn')::int,
                                    count(*) filter (where outcome = 'cancelled')::int,
                                    count(*) filter (where overdue)::int, count(*) filter (where returned)::int,
                                    percentile_disc(0.5) within group (order by days_in_all)
                                        filter (where outcome = 'adopted' and begin_known),
                                    percentile_disc(0.85) within group (order by days_in_all)
                                        filter (where outcome = 'adopted' and begin_known)
                                from reporting.innovations
                                """))
                .containsExactly(Arrays.asList(
                        totals.innovations(),
                        totals.open(),
                        totals.adopted(),
                        totals.stopped(),
                        totals.declined(),
                        totals.withdrawn(),
                        totals.cancelled(),
                        totals.overdue(),
                        totals.returned(),
                        totals.median(),
                        totals.p85()));
    }

    private void stages(Board of, Figures figures) {
        same(
                """
                select stage, stage_name, count(*)::int, count(distinct innovation) filter (where open)::int,
                    count(distinct innovation) filter (where overdue)::int,
                    count(*) filter (where completed)::int, count(*) filter (where cancelled)::int,
                    count(*) filter (where visit > 1)::int,
                    percentile_disc(0.5) within group (order by days) filter (where days is not null),
                    percentile_disc(0.85) within group (order by days) filter (where days is not null)
                from reporting.stage_visits group by stage, stage_name
                """,
                figures.stages().stream().filter(stage -> stage.entered() > 0).toList(),
                stage -> Arrays.asList(
                        stage.stage(),
                        stage.name(),
                        stage.entered(),
                        stage.now(),
                        stage.overdue(),
                        stage.completed(),
                        stage.cancelled(),
                        stage.returns(),
                        stage.median(),
                        stage.p85()));
        same(
                "select main_stage, main_stage_name, count(distinct innovation)::int from reporting.stage_visits where open"
                        + " group by 1, 2",
                figures.funnel().stream().filter(stage -> stage.now() > 0).toList(),
                stage -> List.of(stage.stage(), stage.name(), stage.now()));
        assertThat(
                        apart.rows(
                                "select stage, stage_name, main_stage, main_stage_name from reporting.stages order by position"))
                .isEqualTo(figures.stages().stream()
                        .map(stage -> named(of, stage.stage(), stage.name()))
                        .toList());
        assertThat(
                        apart.rows(
                                """
                                select main_stage, main_stage_name, reached from reporting.stages where stage = main_stage
                                order by position
                                """))
                .isEqualTo(figures.funnel().stream()
                        .map(stage -> List.of(stage.stage(), stage.name(), stage.reached()))
                        .toList());
    }

    private static List<Object> named(Board of, String stage, String name) {
        String main = stage.replaceFirst("(?<=.)[.].*", "");
        return List.of(stage, name, main, of.label("stage", main));
    }

    private void visits(Board of, Instant now, ZoneId zone) {
        List<List<Object>> told = new ArrayList<>();
        for (Journey journey : of.journeys()) {
            reckoning.timeline(of, journey.id(), now, zone).orElseThrow().stays().stream()
                    .map(stay -> visit(journey.id(), stay))
                    .forEach(told::add);
        }
        same(
                """
                select innovation, stage, visit,
                    case when entry_known then (extract(epoch from entered_at) * 1000)::bigint end,
                    (extract(epoch from left_at) * 1000)::bigint, (extract(epoch from due_at) * 1000)::bigint,
                    stage_name, outcome, outcome_name, reason, reason_name, cancelled, was_overdue
                from reporting.stage_visits
                """,
                told,
                visit -> visit);
    }

    private static List<Object> visit(String innovation, Timeline.Stay stay) {
        return Arrays.asList(
                innovation,
                stay.stage(),
                stay.visit(),
                milliseconds(stay.entered()),
                milliseconds(stay.left()),
                milliseconds(stay.due()),
                stay.name(),
                stay.outcome(),
                stay.outcomeName(),
                stay.reason(),
                stay.reasonName(),
                stay.cancelled(),
                stay.overdue());
    }

    private static Long milliseconds(Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private void weeks(Figures figures) {
        same(
                "select week::text, started, finished, adopted, open, overdue from reporting.weekly",
                figures.trend(),
                week -> List.of(
                        week.monday(), week.started(), week.finished(), week.adopted(), week.open(), week.overdue()));
    }

    private void endings(Figures figures) {
        same(
                "select outcome, outcome_name, reason, reason_name, count(*)::int from reporting.innovations where not open"
                        + " group by 1, 2, 3, 4",
                figures.endings(),
                (Ending ending) -> Arrays.asList(
                        ending.outcome(),
                        ending.outcomeName(),
                        ending.reason(),
                        ending.reasonName(),
                        ending.innovations()));
    }

    private void movement(Figures.OneAgency movement) {
        same(
                "select government, government_name, units, without, with_one, with_more from reporting.one_agency"
                        + " where year = " + movement.year(),
                movement.governments(),
                row -> List.of(row.government(), row.name(), row.units(), row.none(), row.one(), row.more()));
    }

    private void innovations(Board of, Instant now, ZoneId zone) {
        same(
                """
                select innovation, title, title_provisional, unit, cycle_year, kind_name, stage, stage_name, overdue, days,
                    outcome, outcome_name
                from reporting.innovations
                """,
                reckoning.innovations(of, Filter.ALL, now, zone),
                row -> Arrays.asList(
                        row.id(),
                        row.title(),
                        row.titleProvisional(),
                        row.unit(),
                        row.year(),
                        row.kindName(),
                        row.stage(),
                        row.stageName(),
                        row.overdue(),
                        row.days(),
                        row.outcome(),
                        row.outcomeName()));
    }

    private void units(Board of, Instant now, ZoneId zone) {
        same(
                """
                select unit, name, kind_name, district, government, active, this_year, innovations, open, overdue,
                    adopted, stopped
                from reporting.units
                """,
                reckoning.units(of, Filter.ALL, now, zone),
                row -> Arrays.asList(
                        row.unit(),
                        row.name(),
                        row.kind(),
                        row.district(),
                        row.government(),
                        row.active(),
                        row.thisYear(),
                        row.innovations(),
                        row.open(),
                        row.overdue(),
                        row.adopted(),
                        row.stopped()));
    }

    /** Of bands in which nobody is, SQL has no row. */
    private void ageing(Figures figures) {
        same(
                """
                select (array[0, 31, 61, 91, 181])[width_bucket(days, array[0, 31, 61, 91, 181])], count(*)::int
                from (
                    select greatest(0, floor(extract(epoch from to_timestamp(s.at / 1000.0) - main_stage_since) / 86400))::int
                        as days
                    from reporting.innovations cross join reporting.settings s where open
                ) ages
                group by 1
                """,
                figures.ageing().stream().filter(band -> band.innovations() > 0).toList(),
                band -> List.of(band.from(), band.innovations()));
    }

    private void transitions(Board of) {
        List<List<Object>> told = new ArrayList<>();
        for (Journey journey : of.journeys()) {
            boolean counts = true;
            for (Step step : journey.steps()) {
                told.add(transition(of, journey, step, counts));
                counts &= step.what() != Happening.FINISHED;
            }
        }
        same(
                """
                select innovation, sequence, unit, (extract(epoch from at) * 1000)::bigint, what, type, stage, stage_name,
                    outcome, outcome_name, reason, reason_name, process, counts
                from reporting.transitions
                """,
                told,
                transition -> transition);
    }

    private static List<Object> transition(Board of, Journey journey, Step step, boolean counts) {
        String outcomes = step.what() == Happening.FINISHED ? "outcome" : "stage-outcome";
        return Arrays.asList(
                journey.id(),
                step.sequence(),
                journey.unit(),
                step.at(),
                step.what().name().toLowerCase(Locale.ROOT),
                step.type(),
                step.stage(),
                name(of, "stage", step.stage()),
                step.outcome(),
                name(of, outcomes, step.outcome()),
                step.reason(),
                name(of, "reason", step.reason()),
                step.processKey(),
                counts);
    }

    private static String name(Board of, String what, String code) {
        return code == null ? null : of.label(what, code);
    }

    private void results(Board of, Instant now, ZoneId zone) {
        List<List<Object>> instruments = new ArrayList<>();
        List<List<Object>> measures = new ArrayList<>();
        for (Journey journey : of.journeys()) {
            Timeline timeline = reckoning.timeline(of, journey.id(), now, zone).orElseThrow();
            instruments.add(Arrays.asList(journey.id(), timeline.instrumentName()));
            timeline.measures().forEach(measure -> measures.add(measure(journey.id(), measure)));
        }
        same("select innovation, instrument_name from reporting.innovations", instruments, row -> row);
        same(
                """
                select innovation, dimension, indicator, measure, before, target, after, measured, less_is_better, met, better
                from reporting.results
                """,
                measures,
                row -> row);
    }

    private static List<Object> measure(String innovation, Measure measure) {
        return Arrays.asList(
                innovation,
                measure.dimension(),
                measure.indicator(),
                measure.unit(),
                measure.baseline(),
                measure.target(),
                measure.after(),
                measure.isMeasured(),
                measure.lessIsBetter(),
                measure.isMet(),
                measure.isBetter());
    }

    private void improvements(Figures figures) {
        same(
                """
                select dimension, count(*)::int, count(*) filter (where met)::int, count(*) filter (where better)::int
                from reporting.results where measured group by dimension
                """,
                figures.improvements().stream()
                        .filter(all -> all.measured() > 0)
                        .toList(),
                all -> List.of(all.dimension(), all.measured(), all.met(), all.better()));
    }

    private void demands(Figures figures) {
        same(
                "select source, source_name, count(*)::int, count(*) filter (where adopted)::int from reporting.demands"
                        + " group by 1, 2",
                figures.demands(),
                source -> List.of(source.source(), source.name(), source.innovations(), source.adopted()));
    }

    private <T> void same(String sql, Collection<T> figures, Function<T, List<?>> row) {
        List<List<Object>> wanted = new ArrayList<>();
        figures.forEach(one -> wanted.add(new ArrayList<>(row.apply(one))));
        List<List<Object>> found = apart.rows(sql);
        assertThat(without(found, wanted)).as("too much by %s", sql).isEmpty();
        assertThat(without(wanted, found)).as("missing by %s", sql).isEmpty();
    }

    private static List<List<Object>> without(List<List<Object>> rows, List<List<Object>> others) {
        Map<List<Object>, Integer> left = new HashMap<>();
        others.forEach(row -> left.merge(row, 1, Integer::sum));
        return rows.stream()
                .filter(row -> left.merge(row, -1, Integer::sum) < 0)
                .toList();
    }
}
