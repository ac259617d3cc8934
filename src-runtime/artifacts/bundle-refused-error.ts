/** Why a bundle was not taken: the code of a violation, a path problem, or of what is wrong with an archive. */
export class BundleRefusedError extends Error {
	public readonly code: string;

	public constructor( code: string, detail: string ) {
		super( `${ detail } (${ code })` );
		this.name = 'BundleRefusedError';
		this.code = code;
	}
}
