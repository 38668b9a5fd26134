import 'fake-indexeddb/auto';
import * as z from 'zod';

// As in the app, whose security policy forbids building functions from text.
z.config({ jitless: true });
