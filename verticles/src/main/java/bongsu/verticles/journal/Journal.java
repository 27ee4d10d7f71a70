package bongsu.verticles.journal;

import bongsu.verticles.shard.Parcel;
import bongsu.verticles.store.Reachability;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Where a node keeps events while the store is away: on its own disk, synced before they are
 * acknowledged, calls apart from all else. No lease and no other node is needed. Safe for any
 * thread.
 */
public final class Journal implements AutoCloseable {
  /** How the journal is, as pages and health see it. */
  public enum State {
    /** All there was is in the store. */
    EMPTY,
    /** It holds events that are not in the store yet. */
    KEEPING,
    /** It has no room for more of a kind: they are refused. */
    FULL,
    /** The disk did not write: what comes is refused. */
    FAILING
  }

  private final Path root;
  private final String node;
  private final JournalSpace space;
  private final Reachability store;
  private final ExecutorService callWriter = Executors.newSingleThreadExecutor(Journal::thread);
  private final ExecutorService otherWriter = Executors.newSingleThreadExecutor(Journal::thread);
  private final Unconfirmed unconfirmed;
  private final JournalLane calls;
  private final JournalLane others;

  /** @param root one directory below it for each node, of that node's name */
  public Journal(
      Path root, String node, Disk disk, JournalKey key, JournalSpace space, Reachability store) {
    this.root = root;
    this.node = node;
    this.space = space;
    this.store = store;
    this.unconfirmed = new Unconfirmed(node);
    this.calls = new JournalLane("calls", disk, key, callWriter, this::mostForCalls);
    this.others = new JournalLane("others", disk, key, otherWriter, this::mostForOthers);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "journal");
    thread.setDaemon(true);
    return thread;
  }

  private long mostForCalls() {
    return space.maxBytes() - others.files().bytes();
  }

  private long mostForOthers() {
    return space.maxBytes() - space.callsBytes();
  }

  /**
   * Takes over what a process before left. Blocks.
   *
   * @param gone names of nodes that are no more: what they left is drained by this one
   */
  public void open(List<String> gone) throws IOException {
    Path own = root.resolve(node);
    List<Path> adopted = gone.stream().map(root::resolve).toList();
    calls.open(own, adopted);
    others.open(own, adopted);
    calls.files().peek(unconfirmed::onKept);
  }

  /** Whether events go here now and not to their shards. */
  public boolean takes(boolean urgent) {
    return store.isAway() || lane(urgent).isTaking();
  }

  /**
   * Keeps events of one kind together: all or none.
   *
   * @param urgent whether they are calls and help signals
   * @param told once, from any thread
   */
  public void keep(boolean urgent, List<Parcel> parcels, Consumer<Fate> told) {
    List<byte[]> events =
        parcels.stream().map(p -> p.toWire().getBytes(StandardCharsets.UTF_8)).toList();
    lane(urgent).keep(events, fate -> {
      if (urgent && fate == Fate.KEPT) unconfirmed.onKept(parcels);
      told.accept(fate);
    });
  }

  JournalLane lane(boolean urgent) {
    return urgent ? calls : others;
  }

  /** Calls and help signals that are not incidents yet. */
  Unconfirmed unconfirmed() {
    return unconfirmed;
  }

  public State state() {
    if (calls.isFailing() || others.isFailing()) return State.FAILING;
    if (calls.isFull() || others.isFull()) return State.FULL;
    return calls.isTaking() || others.isTaking() ? State.KEEPING : State.EMPTY;
  }

  /** Whether calls that come now would be kept, as far as is known. */
  public boolean isWritable() {
    return !calls.isFailing() && !calls.isFull();
  }

  /** On the disk and not in the store. */
  public long bytes() {
    return calls.files().bytes() + others.files().bytes();
  }

  public long maxBytes() {
    return space.maxBytes();
  }

  /** Files that were damaged and set aside since this process began. */
  public int damaged() {
    return calls.files().damaged() + others.files().damaged();
  }

  @Override
  public void close() {
    callWriter.shutdown();
    otherWriter.shutdown();
  }
}
