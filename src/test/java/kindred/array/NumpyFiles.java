package kindred.array;

import java.util.Base64;

/** Files that numpy 2 wrote, with the expression that made each. */
final class NumpyFiles {
  /** {@code np.array([[1.5, -2, 3], [0.25, nan, -inf]], np.float32)}. */
  static final byte[] MATRIX =
      bytes(
          "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzog"
              + "KDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
              + "ICAgICAgIAoAAMA/AAAAwAAAQEAAAIA+AADAfwAAgP8=");

  /** {@code np.asfortranarray(np.arange(6.0).reshape(2, 3) + 0.5)}. */
  static final byte[] FORTRAN =
      bytes(
          "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAo"
              + "MiwgMyksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
              + "ICAgICAgIAoAAAAAAADgPwAAAAAAAAxAAAAAAAAA+D8AAAAAAAASQAAAAAAAAARAAAAAAAAAFkA=");

  /** {@code np.array([-1, 2**40])}, header version 2. */
  static final byte[] VERSION_2 =
      bytes(
          "k05VTVBZAgB0AAAAeydkZXNjcic6ICc8aTgnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUn"
              + "OiAoMiwpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
              + "ICAgICAgIAr//////////wAAAAAAAQAA");

  /** {@code np.array([[7], [-2147483648]], np.int32)}, header version 3. */
  static final byte[] VERSION_3 =
      bytes(
          "k05VTVBZAwB0AAAAeydkZXNjcic6ICc8aTQnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUn"
              + "OiAoMiwgMSksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
              + "ICAgICAgIAoHAAAAAAAAgA==");

  /** {@code np.array([True, False, True])}. */
  static final byte[] BOOLS =
      bytes(
          "k05VTVBZAQB2AHsnZGVzY3InOiAnfGIxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzog"
              + "KDMsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
              + "ICAgICAgIAoBAAE=");

  /** {@code np.array(2.5)}. */
  static final byte[] SCALAR =
      bytes(
          "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzog"
              + "KCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
              + "ICAgICAgIAoAAAAAAAAEQA==");

  /** {@code np.zeros((0, 3), np.float32)}. */
  static final byte[] EMPTY =
      bytes(
          "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzog"
              + "KDAsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
              + "ICAgICAgIAo=");

  /** A 2×1×2 array of uint8 in Fortran order. */
  static final byte[] FORTRAN_CUBE =
      bytes(
          "k05VTVBZAQB2AHsnZGVzY3InOiAnfHUxJywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAo"
              + "MiwgMSwgMiksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
              + "ICAgICAgIAoAAgED");

  /** {@code np.array([1, 2], '>f4')}. */
  static final byte[] BIG_ENDIAN =
      bytes(
          "k05VTVBZAQB2AHsnZGVzY3InOiAnPmY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzog"
              + "KDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
              + "ICAgICAgIAo/gAAAQAAAAA==");

  /** {@code np.array([1, 2], np.float16)}. */
  static final byte[] HALF =
      bytes(
          "k05VTVBZAQB2AHsnZGVzY3InOiAnPGYyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzog"
              + "KDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
              + "ICAgICAgIAoAPABA");

  /** {@code np.array([(1, 2.0)], [('a', '<i4'), ('b', '<f4')])}. */
  static final byte[] STRUCTURED =
      bytes(
          "k05VTVBZAQB2AHsnZGVzY3InOiBbKCdhJywgJzxpNCcpLCAoJ2InLCAnPGY0JyldLCAnZm9ydHJhbl9v"
              + "cmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoMSwpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
              + "ICAgICAgIAoBAAAAAAAAQA==");

  /** An array of one object whose pickle calls {@code open('EVIL', 'w')} when Python loads it. */
  static final byte[] OBJECT =
      bytes(
          "k05VTVBZAQB2AHsnZGVzY3InOiAnfE8nLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAo"
              + "MSwpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
              + "ICAgICAgIAqABJWmAAAAAAAAAIwWbnVtcHkuX2NvcmUubXVsdGlhcnJheZSMDF9yZWNvbnN0cnVjdJST"
              + "lIwFbnVtcHmUjAduZGFycmF5lJOUSwCFlEMBYpSHlFKUKEsBSwGFlGgDjAVkdHlwZZSTlIwCTziUiYiH"
              + "lFKUKEsDjAF8lE5OTkr/////Sv////9LP3SUYoldlIwCaW+UjARvcGVulJOUjARFVklMlIwBd5SGlFKU"
              + "YXSUYi4=");

  /**
   * {@code np.savez_compressed(f, vectors=np.arange(6.0).reshape(3, 2) / 4, labels=np.array([3, 1,
   * 2], np.uint8))}.
   */
  static final byte[] COMPRESSED =
      bytes(
          "UEsDBC0AAAAIAAAAIQBK75e6//////////8LABQAdmVjdG9ycy5ucHkBABAAsAAAAAAAAABXAAAAAAAA"
              + "AJvsF+obEMnIUMZQrZ6SWpxcpG6loG6TZqGuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GsY6"
              + "CkaaOgq1CmQDLgYUcMEeQj+A0i+g9Aco/cUeAFBLAwQtAAAACAAAACEAEVQg7v//////////CgAUAGxh"
              + "YmVscy5ucHkBABAAgwAAAAAAAABHAAAAAAAAAJvsF+obEMnIUMZQrZ6SWpxcpG6loF5Taqiuo6Cell9U"
              + "UpSYF59flJIKEndLzClOBYoXZyQWpAL5GsY6mjoKtQoUAC5mRiYAUEsBAi0DLQAAAAgAAAAhAErvl7pX"
              + "AAAAsAAAAAsAAAAAAAAAAAAAAIABAAAAAHZlY3RvcnMubnB5UEsBAi0DLQAAAAgAAAAhABFUIO5HAAAA"
              + "gwAAAAoAAAAAAAAAAAAAAIABlAAAAGxhYmVscy5ucHlQSwUGAAAAAAIAAgBxAAAAFwEAAAAA");

  /** {@code np.savez(f, np.arange(4, dtype=np.float32).reshape(2, 2))}. */
  static final byte[] UNNAMED =
      bytes(
          "UEsDBC0AAAAAAAAAIQCR9Ofb//////////8JABQAYXJyXzAubnB5AQAQAJAAAAAAAAAAkAAAAAAAAACT"
              + "TlVNUFkBAHYAeydkZXNjcic6ICc8ZjQnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAo"
              + "MiwgMiksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
              + "ICAgICAgCgAAAAAAAIA/AAAAQAAAQEBQSwECLQMtAAAAAAAAACEAkfTn25AAAACQAAAACQAAAAAAAAAA"
              + "AAAAgAEAAAAAYXJyXzAubnB5UEsFBgAAAAABAAEANwAAAMsAAAAAAA==");

  private NumpyFiles() {}

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }
}
