package bongsu.ops.bench.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.ops.bench.rules.Contender.Way;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SameAnswersTest {
  @ParameterizedTest
  @EnumSource(names = {"PREPARED", "NAIVE", "DROOLS"})
  void whatWeAreMeasuredBesideFindsWhatWeFind(Way other) throws Exception {
    List<Integer> ours = SameAnswers.changes(Way.BONGSU);
    assertTrue(ours.stream().skip(1).mapToInt(Integer::intValue).sum() > 500, "hardly any moves");
    assertEquals(ours, SameAnswers.changes(other));
  }
}
