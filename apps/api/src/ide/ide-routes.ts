import express, { type Router } from 'express';
/** Placeholder */
export const ideRoutes = (): Router => express.Router();
