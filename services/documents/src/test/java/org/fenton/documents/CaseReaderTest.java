package org.fenton.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.pathway.Scale;
import org.fenton.core.tumour.Goal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseReaderTest {
    private static final String RELEASE = """
            {"approval":"APPROVED","exposure":{"reachable":"UNKNOWN"},"id":"sorafenib","name":"sorafenib","patientUse":{"allowed":true},"type":"drug"}
            {"id":"retina","kind":"TISSUE","name":"retina","type":"scope"}
            {"id":"HCC","name":"Hepatocellular Carcinoma","parent":"LIVER","tissue":"Liver","type":"tumour"}
            {"id":"LUAD","name":"Lung Adenocarcinoma","parent":"NSCLC","tissue":"Lung","type":"tumour"}
            """;

    private static Knowledge knowledge() throws IOException {
        return ReleaseReader.read(new ByteArrayInputStream(RELEASE.getBytes(StandardCharsets.UTF_8)));
    }

    private static CaseDocument read(String json) throws IOException {
        return CaseReader.read(
                json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), knowledge(), PolicyReader.shipped());
    }

    private static List<DocumentException.Problem> problems(String json) {
        return assertThrows(DocumentException.class, () -> read(json)).problems();
    }

    @Test
    void aWholeCaseIsReadAndMissingStaysMissing() throws IOException {
        CaseDocument document = read(
                "{'format':'fenton-case/1','oncotree':'HCC','resistance':{'drug':'Sorafenib'},'medications':[],"
                        + "'labs':[{'name':'platelets','value':40,'unit':'10*9/L'}],"
                        + "'reported':{'scale':'zscore','activities':[{'network':'collectri','source':'STAT3','score':2.5}]}}");
        assertEquals(Goal.INDUCE, document.tumourCase().goal());
        assertEquals(Optional.of(List.of()), document.tumourCase().patient().medications());
        assertTrue(document.tumourCase().patient().history().isEmpty());
        assertTrue(document.tumourCase().patient().ageYears().isEmpty());
        assertEquals(Scale.ZSCORE, document.tumourCase().state().scale());
        assertEquals(2.5, document.tumourCase().state().factor("STAT3").getAsDouble(), 0);
        assertTrue(document.tumourCase().state().factor("STAT1").isEmpty());
    }

    @Test
    void spellingOfTheDocumentDoesNotChangeItsId() throws IOException {
        assertEquals(
                read("{'format':'fenton-case/1','oncotree':'HCC'}").id(),
                read("{ 'oncotree' : 'HCC', 'format' : 'fenton-case/1' }").id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'format':'fenton-case/2','oncotree':'HCC'} | /format | fenton-case/1",
                "{'format':'fenton-case/1','oncotree':'HHC'} | /oncotree | HCC",
                "{'format':'fenton-case/1','scope':'retna'} | /scope | retina",
                "{'format':'fenton-case/1'} | /oncotree | LUAD",
                "{'format':'fenton-case/1','oncotree':'HCC','scope':'retina'} | /oncotree | LUAD",
                "{'format':'fenton-case/1','oncotree':'HCC','resistance':{'drug':'sorafinib'}} | /resistance/drug | sorafenib",
                "{'format':'fenton-case/1','oncotree':'HCC','medication':[]} | /medication | medications",
                "{'format':'fenton-case/1','oncotree':'HCC','ageYears':'old'} | /ageYears | ''",
                "{'format':'fenton-case/1','oncotree':'HCC','ageYears':200} | /ageYears | ''",
                "{'format':'fenton-case/1','oncotree':'HCC','labs':[{'name':'platelets','value':40,'unit':'G/L'}]} | /labs/0/unit | 10*9/L",
                "{'format':'fenton-case/1','oncotree':'HCC','labs':[{'name':'platelet','value':40,'unit':'10*9/L'}]} | /labs/0/name | platelets",
                "{'format':'fenton-case/1','oncotree':'HCC','labs':[{'name':'platelets','unit':'10*9/L'}]} | /labs/0/value | leave",
                "{'format':'fenton-case/1','oncotree':'HCC','alterations':[{'gene':'JAK1','effect':'GONE'}]} | /alterations/0/effect | LOSS",
                "{'format':'fenton-case/1','oncotree':'HCC','immunotherapy':'MAYBE'} | /immunotherapy | CONCURRENT",
                "{'format':'fenton-case/1','oncotree':'HCC','reported':{'scale':'log10','activities':[]}} | /reported/scale | zscore",
                "{'format':'fenton-case/1','oncotree':'HCC','reported':{'scale':'zscore','activities':[{'network':'reactome','source':'STAT3','score':1}]}} | /reported/activities/0/network | collectri",
                "{'format':'fenton-case/1','oncotree':'HCC','reported':{'scale':'zscore','activities':[{'network':'collectri','source':'STAT3','score':'high'}]}} | /reported/activities/0/score | ''",
                "{'format':'fenton-case/1','oncotree':'HCC','profile':{'scale':'log2','genes':{'GPX4':1}}} | /profile/genes | report",
                "{'format':'fenton-case/1','oncotree':'HCC','profile':{'scale':'log2','genes':{'GPX4':'NaN'}}} | /profile/genes/GPX4 | leave",
                "[1] | '' | ''"
            })
    void aBadCaseIsRefusedAtItsPlaceWithWhatWouldBeRight(String json, String pointer, String suggestion) {
        List<DocumentException.Problem> problems = problems(json);
        assertTrue(
                problems.stream()
                        .anyMatch(problem -> problem.pointer().equals(pointer)
                                && problem.suggestion().contains(suggestion)),
                problems.toString());
    }

    @Test
    void aConstantProfileAndCountsAreRefused() {
        StringBuilder constant = new StringBuilder();
        StringBuilder counts = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            constant.append(i == 0 ? "" : ",").append("'G").append(i).append("':1.5");
            counts.append(i == 0 ? "" : ",").append("'G").append(i).append("':").append(1000 + i);
        }
        String head = "{'format':'fenton-case/1','oncotree':'HCC','profile':{'scale':'log2','genes':{";
        assertTrue(problems(head + constant + "}}}").get(0).detail().contains("constant"));
        assertTrue(problems(head + counts + "}}}").stream()
                .anyMatch(problem -> problem.suggestion().contains("log2")));
    }

    @Test
    void textThatIsNotJsonIsPlacedByLineAndColumn() {
        assertEquals("1:2", problems("{,}").get(0).pointer());
        assertTrue(problems("{'a':1,'a':2}").get(0).detail().contains("Duplicate"));
        assertTrue(problems("").get(0).detail().contains("empty"));
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertTrue(problems(deep).get(0).detail().contains("at most 64 levels"));
    }

    @Test
    void allProblemsComeAtOnce() {
        assertEquals(
                3, problems("{'format':'x','oncotree':'HHC','ageYears':-1}").size());
    }
}
