package bongsu.rules.owner;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a group of entries asks of the store, to be written in the order of the fields.
 *
 * @param checkpoint the group's last, which stands for the earlier ones and for all judged before
 */
public record ShardWrites(
    List<ShardEntry.Judged> judged,
    List<ShardEntry.LeftOut> leftOut,
    ShardEntry.@Nullable Checkpoint checkpoint) {
  public static ShardWrites of(List<ShardEntry> group) {
    List<ShardEntry.Checkpoint> checkpoints = all(group, ShardEntry.Checkpoint.class);
    return new ShardWrites(
        all(group, ShardEntry.Judged.class),
        all(group, ShardEntry.LeftOut.class),
        checkpoints.isEmpty() ? null : checkpoints.get(checkpoints.size() - 1));
  }

  private static <T extends ShardEntry> List<T> all(List<ShardEntry> group, Class<T> type) {
    return group.stream().filter(type::isInstance).map(type::cast).toList();
  }

  public Optional<ShardEntry.Checkpoint> findCheckpoint() {
    return Optional.ofNullable(checkpoint);
  }
}
