package bongsu.verticles.feed;

import bongsu.core.access.Principal;
import bongsu.core.event.CityEvent;
import bongsu.core.wire.EventWriter;
import bongsu.core.wire.Rejection;
import bongsu.verticles.access.Rejections;
import bongsu.verticles.clock.CityClock;
import bongsu.verticles.shard.Outcome;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What both doors, HTTP and MQTT, ask of an event before it goes in. One for each event loop. */
public final class Door {
  private static final int SAMPLE = 200;
  private static final Rejection UNSTORABLE =
      new Rejection("", "the store does not take what is in it");

  private final Intake intake;
  private final Rejections rejections;
  private final CityClock clock;

  Door(Intake intake, Rejections rejections, CityClock clock) {
    this.intake = intake;
    this.rejections = rejections;
    this.clock = clock;
  }

  /** Why this sender may not send this event; null when it may. */
  static @Nullable String findForbidden(Principal sender, CityEvent event) {
    String source = event.origin().source();
    if (!sender.maySpeakFor(source))
      return "token " + sender.name() + " may not speak for source " + source;
    return sender.maySend(event.type())
        ? null
        : "token " + sender.name() + " may not send " + event.type();
  }

  /**
   * Hands an event to its shard.
   *
   * @param bytes of its message, or its part of one
   * @param done told after commit, or that it could not be taken now
   * @param rejected told after the refusal was recorded
   */
  void enter(
      Principal sender,
      CityEvent event,
      int bytes,
      Consumer<Outcome> done,
      Consumer<Rejection> rejected) {
    Optional<Rejection> rejection = Plausibility.findRejection(event, clock.now());
    if (rejection.isPresent()) reject(event, rejection.get(), rejected);
    else
      intake.accept(event, sender, bytes, outcome -> {
        if (outcome == Outcome.UNSTORABLE) reject(event, UNSTORABLE, rejected);
        else done.accept(outcome);
      });
  }

  private void reject(CityEvent event, Rejection rejection, Consumer<Rejection> rejected) {
    reject(event.origin().source(), rejection, EventWriter.body(event))
        .onComplete(recorded -> rejected.accept(rejection));
  }

  /** Records a refusal; completes once it is kept, or could not be. */
  Future<Void> reject(String source, Rejection rejection, String sample) {
    return rejections.record(source, rejection, sample).otherwiseEmpty();
  }

  static String sample(Buffer message) {
    return message.getString(0, Math.min(SAMPLE, message.length()));
  }
}
