package bongsu.verticles.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MasterKeyTest {
  private static final CaseKeys.Case FIRE = new CaseKeys.Case("fire-119", "119-1");
  private static final byte[] CASE_KEY = AesGcm.freshKey();

  @RegisterExtension
  final NodeStore node = new NodeStore();

  @Test
  void whatItWrappedItOpensForThatCaseOnly() {
    byte[] wrapped = NodeStore.MASTER.wrap(FIRE, CASE_KEY);
    assertArrayEquals(CASE_KEY, NodeStore.MASTER.unwrap(FIRE, wrapped).orElseThrow());
    CaseKeys.Case other = new CaseKeys.Case("fire-119", "119-2");
    assertTrue(NodeStore.MASTER.unwrap(other, wrapped).isEmpty());
  }

  @Test
  void anotherKeyOpensNothingAndSaysSo() {
    MasterKey other = MasterKey.of(MasterKey.fresh());
    byte[] wrapped = NodeStore.MASTER.wrap(FIRE, CASE_KEY);
    assertFalse(other.hasWrapped(wrapped));
    assertTrue(other.unwrap(FIRE, wrapped).isEmpty());
  }

  @Test
  void aBitChangedOpensNothing() {
    byte[] wrapped = NodeStore.MASTER.wrap(FIRE, CASE_KEY);
    for (int i = 0; i < wrapped.length; i++) {
      byte[] bent = wrapped.clone();
      bent[i] ^= 1;
      assertTrue(NodeStore.MASTER.unwrap(FIRE, bent).isEmpty(), "byte " + i);
    }
  }

  @Test
  void aTextThatIsNoKeyIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> MasterKey.of("short"));
  }

  @Test
  void theTableHoldsNoKeyThatOpensAnything() throws Exception {
    CaseKeys.Key key = NodeStore.await(node.open().caseKeys().of(List.of(FIRE))).get(0);
    byte[] sealed = key.encrypt("3층에서 연기");
    byte[] kept = NodeStore.await(
            node.open().queries().query("select key from case_key").execute())
        .iterator()
        .next()
        .getBuffer("key")
        .getBytes();
    for (int from = 0; from + AesGcm.KEY_BYTES <= kept.length; from++) {
      byte[] guess = java.util.Arrays.copyOfRange(kept, from, from + AesGcm.KEY_BYTES);
      assertTrue(AesGcm.open(guess, sealed, new byte[0]).isEmpty());
    }
    byte[] opened = NodeStore.MASTER.unwrap(FIRE, kept).orElseThrow();
    assertEquals(
        "3층에서 연기",
        new String(AesGcm.open(opened, sealed, new byte[0]).orElseThrow(), StandardCharsets.UTF_8));
  }
}
