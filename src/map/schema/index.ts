// The document in zod: every record, its types and its limits.
export * from './distribution';
export * from './economics';
export * from './journey';
export * from './journeyMap';
export * from './measures';
export * from './people';
export * from './primitives';
export * from './operators';
export * from './rule';
export * from './touchpoint';
export * from './value';
export * from './workshop';
