import { refusalCode } from '../../src-shared/artifacts/refusals.ts';

/** Why a bundle was not taken. */
export class BundleRefusedError extends Error {
	/** A violation, a path problem, or what is wrong with an archive. */
	public readonly code: string;

	/** Code of the error catalogue. */
	public readonly errorCode: string;

	public constructor( code: string, detail: string, errorCode = refusalCode( code ) ) {
		super( `${ detail } (${ code })` );
		this.name = 'BundleRefusedError';
		this.code = code;
		this.errorCode = errorCode;
	}
}
