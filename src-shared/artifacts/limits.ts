/** What a bundle may hold. Bytes unless the name says otherwise. */
export const ARTIFACT_LIMITS = {
	/** Paths in one bundle, `manifest.json` not counted. */
	files: 5000,
	/** One file that travels inside JSON (text or base64). */
	inlineFileBytes: 5_242_880,
	/** One file that is streamed or uploaded in parts. */
	fileBytes: 2_147_483_648,
	/** All files of a bundle; below what a zip without its 64-bit extension can hold. */
	bundleBytes: 4_000_000_000,
	/** `manifest.json`. */
	manifestBytes: 16_777_216,
	/** A JSON document of the bundle that the verifier has to understand. */
	documentBytes: 16_777_216,
	/** Nesting of those JSON documents. */
	jsonDepth: 64,
	/** A whole path, UTF-8. */
	pathBytes: 1024,
	/** One segment of a path, UTF-8; the limit of the usual file systems. */
	segmentBytes: 255,
	/** Segments of a path. */
	pathDepth: 32,
	/** One part of an upload. */
	uploadPartBytes: 8_388_608,
	/** How much larger a compressed member of an imported zip may become; real text stays below 200. */
	zipRatio: 1000,
	/** The whole store, unless the site says otherwise. */
	storeBytes: 5_368_709_120,
	/** Days that a bundle stays, unless the site says otherwise. */
	retentionDays: 30,
	/** Hours that an unfinished upload stays. */
	uploadHours: 24,
} as const;
