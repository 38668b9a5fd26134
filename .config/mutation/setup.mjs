// Properties try the same cases in every run, so that a mutant is killed or not, and stop at the first that fails:
// making it small would be for a reader, and nobody reads it here.
import fc from 'fast-check';

fc.configureGlobal({ seed: 1, endOnFailure: true });
