"""What one would write by hand: the ONNX file of a table model behind FastAPI. peer.py MODEL.onnx PORT"""

import json
import sys

import numpy as np
import onnxruntime
import uvicorn
from fastapi import FastAPI

session = onnxruntime.InferenceSession(sys.argv[1], providers=["CPUExecutionProvider"])
known = session.get_modelmeta().custom_metadata_map
classes = json.loads(known["classes"])
columns = json.loads(known["input"])["columns"]
app = FastAPI()


@app.post("/predict")
def predict(row: dict[str, float]) -> dict[str, str]:
    x = [(row[c["name"]] - c["mean"]) / c["deviation"] for c in columns]
    (probabilities,) = session.run(None, {"x": np.array([x], np.float32)})
    return {"class": classes[int(probabilities[0].argmax())]}


uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[2]), log_level="warning")
