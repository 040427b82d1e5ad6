const core = require('@tensorflow/tfjs-core');

/** tfjs-node registers callbacks of layers as it is loaded; there are no layers here that call them. */
module.exports = { ...core, CustomCallback: class {}, registerCallbackConstructor() {} };
