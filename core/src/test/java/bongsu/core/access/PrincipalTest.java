package bongsu.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bongsu.core.event.CityEvent;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrincipalTest {
  private final Principal fire =
      Principal.machine("fire-119", Set.of(Right.SEND_CALL_REPORT), Set.of("fire-119"), true);

  @Test
  void everyTypeOfEventHasARightOfItsOwn() {
    for (Class<?> type : CityEvent.class.getPermittedSubclasses())
      assertTrue(Right.findSend(type.getSimpleName()).isPresent(), type.getSimpleName());
  }

  @Test
  void aMachineSendsOnlyTheTypesItWasGiven() {
    assertTrue(fire.maySend("CallReport"));
    assertFalse(fire.maySend("SensorReading"));
  }

  @Test
  void sendAllCoversEveryKnownTypeAndNoOther() {
    Principal all = Principal.machine("sim", Set.of(Right.SEND_ALL), Set.of("sim"), false);
    assertTrue(all.maySend("SensorReading"));
    assertFalse(all.maySend("*"));
    assertFalse(all.maySend("Nonsense"));
  }

  @Test
  void aMachineSpeaksOnlyForItsSources() {
    assertTrue(fire.maySpeakFor("fire-119"));
    assertFalse(fire.maySpeakFor("police-112"));
  }

  @Test
  void aPersonSendsNothingWhateverTheRole() {
    for (Role role : Role.values()) {
      Principal person = Principal.person("kim", role);
      assertFalse(person.maySend("CallReport"));
      assertFalse(person.maySpeakFor("fire-119"));
    }
  }

  @Test
  void eachRoleHasTheRightsOfTheOneBefore() {
    Role[] roles = Role.values();
    for (int i = 1; i < roles.length; i++) {
      assertTrue(roles[i].rights().containsAll(roles[i - 1].rights()));
      assertTrue(roles[i].rights().size() > roles[i - 1].rights().size());
    }
  }

  @Test
  void onlyAdministratorsAdministerAndOnlyFromSupervisorUpAssetsAreWritten() {
    assertEquals(Set.of(Role.ADMINISTRATOR), rolesWith(Right.ADMINISTER));
    assertEquals(Set.of(Role.SUPERVISOR, Role.ADMINISTRATOR), rolesWith(Right.WRITE_ASSETS));
    assertEquals(Set.of(Role.SUPERVISOR, Role.ADMINISTRATOR), rolesWith(Right.REOPEN));
    assertEquals(Set.of(Role.values()), rolesWith(Right.COMMAND));
  }

  @Test
  void wordsOnTheWireReadBack() {
    for (Right right : Right.values())
      assertEquals(right, Right.find(right.wire()).orElseThrow());
    assertTrue(Right.find("send:Everything").isEmpty());
    assertTrue(Role.find("operator").isPresent());
  }

  @Test
  void aPersonWithASourceIsAMistakeOfOurs() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Principal("kim", Role.OPERATOR, Set.of(), Set.of("fire-119"), false));
  }

  private static Set<Role> rolesWith(Right right) {
    return Arrays.stream(Role.values())
        .filter(role -> role.rights().contains(right))
        .collect(java.util.stream.Collectors.toSet());
  }
}
