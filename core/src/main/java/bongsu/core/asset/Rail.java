package bongsu.core.asset;

import bongsu.core.text.Bilingual;

/**
 * A railway.
 *
 * @param railLine the line it belongs to, {@code properties.line} on the wire: {@code 수인분당선}
 */
public record Rail(String id, Bilingual name, Coordinates line, String railLine)
    implements Asset.AlongLine {
  public Rail {
    Check.id(id);
  }

  @Override
  public AssetKind kind() {
    return AssetKind.RAIL;
  }
}
