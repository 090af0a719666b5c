package dev.vmkit.tools.classroom.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.tools.classroom.statistics.ClassResults;
import dev.vmkit.tools.classroom.statistics.Graded;
import dev.vmkit.tools.grade.report.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradesCsvTests {
    private static ClassResults results(String... names) {
        return new ClassResults(
                "lc3-add",
                List.of(names).stream()
                        .map(name -> new Graded(name, Samples.of(4, Samples.wrongCodes()), 1234))
                        .toList());
    }

    @Test
    void moodle_finds_people_by_the_number_in_their_files_names() {
        assertThat(GradesCsv.moodle(results("Ada Lovelace_4711_assignsubmission_file_")))
                .isEqualTo("""
                    Identifier,Full name,Grade,Maximum grade,Last modified (grade),Feedback comments
                    Participant 4711,Ada Lovelace,4,10,-,4 of 10 points; 1 check failed
                    """);
    }

    @Test
    void canvas_finds_people_by_the_number_in_their_files_names() {
        assertThat(GradesCsv.canvas(results("lovelaceada_LATE_4711_889900_plugin"), "Lab 2 (77)"))
                .isEqualTo("""
                    Student,ID,SIS User ID,SIS Login ID,Section,Lab 2 (77)
                        Points Possible,,,,,10
                    lovelaceada,4711,,,,4
                    """);
    }

    @Test
    void a_spreadsheet_gets_a_column_for_each_check() {
        assertThat(GradesCsv.table(results("ada"))).isEqualTo("""
            submission,points,most,late days,seconds,adds two registers
            ada,4,10,0,1.234,4
            """);
    }

    @Test
    void no_name_is_a_formula_or_ends_a_row() {
        assertThat(GradesCsv.table(results("=HYPERLINK(\"evil\")"))).contains("\"'=HYPERLINK(\"\"evil\"\")\",4,");
        assertThat(GradesCsv.table(results("a,b"))).contains("\"a,b\",4,");
        assertThat(GradesCsv.table(results("@SUM(A1)"))).contains("'@SUM(A1),4,");
    }

    @Test
    void names_of_no_platform_are_the_persons() {
        assertThat(PlatformName.of("ada_lovelace").person()).isEqualTo("ada_lovelace");
        assertThat(PlatformName.of("lovelaceada_LATE_4711_889900_plugin").person())
                .isEqualTo("lovelaceada");
    }
}
