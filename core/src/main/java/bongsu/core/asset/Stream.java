package bongsu.core.asset;

import bongsu.core.text.Bilingual;

/** A river or stream, drawn the way it flows. */
public record Stream(String id, Bilingual name, Coordinates line) implements Asset.AlongLine {
  public Stream {
    Check.id(id);
  }

  @Override
  public AssetKind kind() {
    return AssetKind.STREAM;
  }
}
