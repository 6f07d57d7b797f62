"""A BERT-shaped encoder from its safetensors as an ONNX graph, so that onnxruntime can run the weights that Lectern runs.

The graph is written node by node: no exporter, and so no framework beside onnx itself, is needed.
"""

import json
import math
import struct
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def tensors(path):
    blob = Path(path).read_bytes()
    size = struct.unpack("<Q", blob[:8])[0]
    found = {}
    for name, entry in json.loads(blob[8:8 + size]).items():
        if entry.get("dtype") == "F32":
            start, end = entry["data_offsets"]
            found[name] = np.frombuffer(blob, np.float32, (end - start) // 4, 8 + size + start).reshape(entry["shape"])
    return found


class Graph:
    def __init__(self, weights):
        self.weights, self.nodes, self.constants, self.count = weights, [], {}, 0

    def constant(self, name, values):
        self.constants.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def weight(self, name):
        return self.constant(name, self.weights[name])

    def add(self, kind, *inputs, **attributes):
        self.count += 1
        name = f"t{self.count}"
        self.nodes.append(helper.make_node(kind, inputs, [name], **attributes))
        return name

    def linear(self, name, x):
        product = self.add("MatMul", x, self.constant(name + ".transposed", self.weights[name + ".weight"].T))
        return self.add("Add", product, self.weight(name + ".bias"))

    def norm(self, name, x, epsilon):
        return self.add("LayerNormalization", x, self.weight(name + ".weight"), self.weight(name + ".bias"), axis=-1, epsilon=epsilon)


def build(folder, length, path):
    """Input: ids, texts × length, all of that length. Output: the mean of the tokens' vectors, of length 1."""
    config = json.loads((Path(folder) / "config.json").read_text())
    width, heads, epsilon = config["hidden_size"], config["num_attention_heads"], config["layer_norm_eps"]
    graph = Graph(tensors(Path(folder) / "model.safetensors"))
    words = graph.add("Gather", graph.weight("embeddings.word_embeddings.weight"), "ids")
    places = graph.weights["embeddings.position_embeddings.weight"][:length] + graph.weights["embeddings.token_type_embeddings.weight"][0]
    x = graph.norm("embeddings.LayerNorm", graph.add("Add", words, graph.constant("places", places)), epsilon)
    split = graph.constant("split", np.array([0, length, heads, width // heads], np.int64))
    joined = graph.constant("joined", np.array([0, length, width], np.int64))
    scale = graph.constant("scale", np.array(1 / math.sqrt(width // heads), np.float32))
    for layer in range(config["num_hidden_layers"]):
        prefix = f"encoder.layer.{layer}."
        parts = [graph.add("Reshape", graph.linear(f"{prefix}attention.self.{name}", x), split) for name in ("query", "key", "value")]
        query = graph.add("Transpose", parts[0], perm=[0, 2, 1, 3])
        key = graph.add("Transpose", parts[1], perm=[0, 2, 3, 1])
        value = graph.add("Transpose", parts[2], perm=[0, 2, 1, 3])
        chances = graph.add("Softmax", graph.add("Mul", graph.add("MatMul", query, key), scale), axis=-1)
        mixed = graph.add("Reshape", graph.add("Transpose", graph.add("MatMul", chances, value), perm=[0, 2, 1, 3]), joined)
        x = graph.norm(prefix + "attention.output.LayerNorm", graph.add("Add", graph.linear(prefix + "attention.output.dense", mixed), x), epsilon)
        inner = graph.add("Gelu", graph.linear(prefix + "intermediate.dense", x))
        x = graph.norm(prefix + "output.LayerNorm", graph.add("Add", graph.linear(prefix + "output.dense", inner), x), epsilon)
    mean = graph.add("ReduceMean", x, graph.constant("axis", np.array([1], np.int64)), keepdims=0)
    graph.nodes.append(helper.make_node("LpNormalization", [mean], ["vectors"], axis=-1, p=2))
    made = helper.make_graph(
        graph.nodes, "encoder", [helper.make_tensor_value_info("ids", TensorProto.INT64, ["texts", length])],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", width])], list(graph.constants.values()))
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    onnx.save(model, str(path))
