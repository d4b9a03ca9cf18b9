package dev.ndbind.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Small models, written as the protocol buffers of {@code onnx.proto} by hand: the numbers are
 * those of its fields.
 */
final class Model {
  /** Of {@code TensorProto.DataType}. */
  static final int FLOAT = 1;

  static final int UINT8 = 2;
  static final int UINT16 = 4;
  static final int INT64 = 7;
  static final int DOUBLE = 11;
  static final int UINT32 = 12;
  static final int UINT64 = 13;
  static final int FLOAT8E4M3FN = 17;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Model() {}

  /** From {@code x} to {@code y}, of the same type. */
  static OrtSession identity(int type) throws OrtException {
    return session(node("Identity").text(2, "y"), type, type);
  }

  static OrtSession identity(int type, SessionOptions options) throws OrtException {
    return session(options, node("Identity").text(2, "y"), value("x", type), value("y", type));
  }

  /** From {@code x} to {@code x} itself, and to {@code y}. */
  static OrtSession handingOn(int type) throws OrtException {
    Model x = value("x", type);
    return session(new SessionOptions(), node("Identity").text(2, "y"), x, x, value("y", type));
  }

  /** From {@code x} to {@code y}, of another type. */
  static OrtSession cast(int from, int to) throws OrtException {
    Model attribute = new Model().text(1, "to").number(3, to).number(20, 2);
    return session(node("Cast").text(2, "y").message(5, attribute), from, to);
  }

  /** From a shape, {@code x}, to {@code y}: as many ones. */
  static OrtSession ones(int type) throws OrtException {
    Model one = new Model().number(1, 1).number(2, type).text(9, "\1");
    Model attribute = new Model().text(1, "value").message(5, one).number(20, 4);
    return session(node("ConstantOfShape").text(2, "y").message(5, attribute), INT64, type);
  }

  /** To {@code y}, a sequence of one tensor. */
  static OrtSession sequence() throws OrtException {
    Model tensor = new Model().message(1, new Model().number(1, FLOAT));
    Model type = new Model().message(4, new Model().message(1, tensor));
    return session(
        new SessionOptions(),
        node("SequenceConstruct").text(2, "y"),
        value("x", FLOAT),
        new Model().text(1, "y").message(2, type));
  }

  private static Model node(String operator) {
    return new Model().text(1, "x").text(4, operator);
  }

  private static OrtSession session(Model node, int from, int to) throws OrtException {
    return session(new SessionOptions(), node, value("x", from), value("y", to));
  }

  private static OrtSession session(
      SessionOptions options, Model node, Model input, Model... outputs) throws OrtException {
    Model graph = new Model().message(1, node).text(2, "g").message(11, input);
    for (Model output : outputs) {
      graph.message(12, output);
    }
    Model operators = new Model().text(1, "").number(2, 19);
    byte[] model = new Model().number(1, 9).message(7, graph).message(8, operators).toBytes();
    return OrtEnvironment.getEnvironment().createSession(model, options);
  }

  /** A tensor of any shape. */
  private static Model value(String name, int type) {
    return new Model()
        .text(1, name)
        .message(2, new Model().message(1, new Model().number(1, type)));
  }

  private Model number(int field, long value) {
    return varint((long) field << 3).varint(value);
  }

  private Model text(int field, String text) {
    return delimited(field, text.getBytes(StandardCharsets.UTF_8));
  }

  private Model message(int field, Model message) {
    return delimited(field, message.toBytes());
  }

  private Model delimited(int field, byte[] value) {
    varint(((long) field << 3) | 2).varint(value.length);
    bytes.writeBytes(value);
    return this;
  }

  private Model varint(long value) {
    long rest = value;
    while (rest >= 0x80) {
      bytes.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
    return this;
  }

  private byte[] toBytes() {
    return bytes.toByteArray();
  }
}
