/** A file of a run, wherever it ran. */
export interface BackendNeutralArtifactRef {
	path?: string;
	kind?: string;
	id?: string;
	contentType?: string;
	sha256?: string;
	bytes?: number;
	name?: string;
	metadata?: Record< string, unknown >;
}
