import { errorCodes, limits } from '@kshot/domain';
import { address } from '../http/address.js';
import { settings } from '../settings.js';

const string = (description: string) => ({ type: 'string', description });
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const failed = (description: string) => ({
  description,
  content: { 'application/json': { schema: reference('Error') } },
});

/** The addresses of served models as OpenAPI describes them. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Kshot: served models',
    version: '1',
    description: `Predictions of served models. Everything else is at ${address('/graphql')}.`,
  },
  servers: [{ url: settings.basePath || '/' }],
  security: [{ token: [] }, {}],
  paths: {
    '/v1/models/{model}:predict': {
      post: {
        operationId: 'predict',
        summary: 'Classify new examples',
        parameters: [
          {
            name: 'model',
            in: 'path',
            required: true,
            description: 'NAME (its alias production), NAME@ALIAS, or the id of a model.',
            schema: { type: 'string' },
            example: 'intents@production',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: reference('PredictRequest') },
            'multipart/form-data': {
              schema: {
                type: 'object',
                properties: {
                  image: { type: 'array', items: { type: 'string', format: 'binary' } },
                  text: { type: 'array', items: { type: 'string' } },
                  coverage: { type: 'number', minimum: 0.5, maximum: 0.99 },
                  top: { type: 'integer', minimum: 1 },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'An answer for each input, in their order.',
            content: { 'application/json': { schema: reference('PredictResponse') } },
          },
          '400': failed('The request is wrong; the message says where.'),
          '401': failed('The key or access token is missing or wrong.'),
          '404': failed('Nothing is served by this name.'),
          '409': failed('The model is not calibrated.'),
          '413': failed('The request is too large.'),
          '503': failed('Too many requests wait; try again after the seconds in Retry-After.'),
        },
      },
    },
  },
  components: {
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'bearer',
        description:
          'A key with the scope PREDICT, or the access token, where there are accounts or KSHOT_TOKEN is set.',
      },
    },
    schemas: {
      PredictRequest: {
        type: 'object',
        required: ['inputs'],
        additionalProperties: false,
        properties: {
          inputs: { type: 'array', minItems: 1, maxItems: limits.predictions, items: reference('Input') },
          coverage: {
            type: 'number',
            minimum: 0.5,
            maximum: 0.99,
            description: 'How often the set must hold the true class. Needs a calibrated model.',
          },
          top: { type: 'integer', minimum: 1, default: 5, description: 'Classes with their probabilities.' },
        },
      },
      Input: {
        description: 'One new example, of the kind that the model takes.',
        oneOf: [
          {
            type: 'object',
            required: ['text'],
            properties: { text: { type: 'string', maxLength: limits.textBytes } },
          },
          {
            type: 'object',
            required: ['image'],
            properties: { image: string('PNG, JPEG or WebP as base64, with or without a data: prefix.') },
          },
          {
            type: 'object',
            required: ['row'],
            properties: {
              row: {
                type: 'object',
                description: 'Cells by column; columns that are left out are missing.',
                additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
              },
            },
          },
        ],
      },
      PredictResponse: {
        type: 'object',
        required: ['model', 'predictions'],
        properties: {
          model: {
            type: 'object',
            required: ['id', 'name'],
            properties: { id: string('The model that answered.'), name: string('Its name.') },
          },
          predictions: { type: 'array', items: reference('Prediction') },
        },
      },
      Prediction: {
        type: 'object',
        required: ['class', 'probability', 'probabilities', 'noneOfThese'],
        properties: {
          class: string(
            'The most probable class; of two classes the one that the threshold of the model says.',
          ),
          probability: { type: 'number', minimum: 0, maximum: 1, description: 'That of `class`.' },
          probabilities: {
            type: 'array',
            description: 'The most probable classes, in this order.',
            items: {
              type: 'object',
              required: ['class', 'probability'],
              properties: { class: string('Its name.'), probability: { type: 'number' } },
            },
          },
          set: {
            type: 'array',
            items: { type: 'string' },
            description:
              'Classes that cannot be ruled out at the coverage that was asked for; none where no class is likely.',
          },
          noneOfThese: {
            type: 'boolean',
            description:
              'Whether it is weaker than “answer only when sure” asks for; `class` is then the least unlikely one.',
          },
        },
      },
      Error: {
        type: 'object',
        required: ['error'],
        properties: {
          error: {
            type: 'object',
            required: ['code', 'message'],
            properties: {
              code: { type: 'string', enum: Object.keys(errorCodes) },
              message: string('What is wrong and what to do.'),
            },
          },
        },
      },
    },
  },
};
