package bongsu.ops.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * One MQTT connection after its CONNACK: reads nothing but acknowledgements, of which it knows the
 * intended send time. On its event loop only.
 */
final class MqttConnection extends ByteToMessageDecoder {
  private static final int IDS = 1_024;
  private static final int PUBACK = 4;
  private static final int LONGEST_HEAD = 5;

  private final Channel channel;
  private final Acks acks;
  private final int mostInFlight;
  private final long[] intendedNs = new long[IDS];
  private final boolean[] waiting = new boolean[IDS];
  private int nextSlot;
  private int oldestSlot;
  private int inFlight;

  /** Who counts what comes back. */
  interface Acks {
    /**
     * @param intendedNs when it should have been sent
     * @param reason 0 for accepted, else as MQTT 5 says
     * @param inOrder whether it was the oldest one without an answer
     */
    void onAck(long intendedNs, int reason, boolean inOrder);

    /** @param inFlight messages whose fate is now unknown */
    void onClosed(MqttConnection connection, int inFlight);
  }

  /** @param mostInFlight unacknowledged messages, at most 1 024 */
  MqttConnection(Channel channel, int mostInFlight, Acks acks) {
    this.channel = channel;
    this.acks = acks;
    this.mostInFlight = Math.min(mostInFlight, IDS);
  }

  Channel channel() {
    return channel;
  }

  /** How many more messages may be sent now. */
  int room() {
    return waiting[nextSlot] || !channel.isActive() ? 0 : mostInFlight - inFlight;
  }

  /**
   * Takes one message in flight; only while there is {@link #room}.
   *
   * @return its packet id
   */
  int take(long whenIntendedNs) {
    int slot = nextSlot;
    nextSlot = (slot + 1) % IDS;
    intendedNs[slot] = whenIntendedNs;
    waiting[slot] = true;
    inFlight++;
    return slot + 1;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    while (readPacket(in)) continue;
  }

  private boolean readPacket(ByteBuf in) {
    int start = in.readerIndex();
    if (in.readableBytes() < 2) return false;
    int type = (in.readByte() >> 4) & 0xf;
    int length = readLength(in);
    if (length < 0 || in.readableBytes() < length) {
      in.readerIndex(start);
      return false;
    }
    int end = in.readerIndex() + length;
    if (type == PUBACK) onPubAck(in.readUnsignedShort(), length > 2 ? in.readUnsignedByte() : 0);
    in.readerIndex(end);
    return true;
  }

  /** The packet's remaining length; -1 when it has not arrived yet. */
  private static int readLength(ByteBuf in) {
    int length = 0;
    for (int i = 0; i < LONGEST_HEAD - 1; i++) {
      if (!in.isReadable()) return -1;
      int digit = in.readUnsignedByte();
      length |= (digit & 0x7f) << (7 * i);
      if (digit < 0x80) return length;
    }
    throw new IllegalStateException("not MQTT: the length of a packet does not end");
  }

  private void onPubAck(int packetId, int reason) {
    int slot = packetId - 1;
    if (slot < 0 || slot >= IDS || !waiting[slot]) return;
    boolean inOrder = slot == oldestSlot;
    waiting[slot] = false;
    inFlight--;
    while (inFlight > 0 && !waiting[oldestSlot]) oldestSlot = (oldestSlot + 1) % IDS;
    if (inFlight == 0) oldestSlot = nextSlot;
    acks.onAck(intendedNs[slot], reason, inOrder);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    super.channelInactive(ctx);
    acks.onClosed(this, inFlight);
    inFlight = 0;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }
}
