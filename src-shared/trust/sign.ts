/** Callers that sign their input instead of logging in (design §6, "Trusted callers"). */
import { canonicalJson } from '../artifacts/canonical-json.ts';

export const TRUSTED_AUTHORIZATION_SCHEMA = 'wp-codebox/trusted-orchestrator-authorization/v1';

/** Seconds that the caller's clock may be wrong. */
export const TRUSTED_CLOCK_SKEW = 300;

/** Keys of one user that may be active at once: the old one and the new one of a rotation. */
export const TRUSTED_ACTIVE_KEYS = 2;

/** What stands in the `authorization` field of a signed input. */
export interface TrustedAuthorization {
	readonly schema: typeof TRUSTED_AUTHORIZATION_SCHEMA;
	/** Id of the key. */
	readonly caller: string;
	readonly scope: string;
	/** Unix time, seconds. */
	readonly timestamp: number;
	/** Used once; 16 to 100 characters. */
	readonly nonce: string;
	/** HMAC-SHA256 of `trustedPayload()`, 64 hex digits. */
	readonly signature: string;
}

export interface TrustedRequestOptions {
	/** Ability that the request is for, `wp-codebox/…`. */
	readonly ability: string;
	/** Scope that the ability asks for, such as `artifact:write`. */
	readonly scope: string;
	/** Id of the key, as `wp codebox keys create` printed it. */
	readonly key: string;
	/** Secret of the key, as it was printed once. */
	readonly secret: string;
	/** Unix time in seconds; now when it is left out. */
	readonly timestamp?: number;
	/** A random one when it is left out. */
	readonly nonce?: string;
}

/**
 * Signs an input for one call of one ability.
 *
 * @param input   Input of the ability; an `authorization` in it is replaced.
 * @param options Key and purpose.
 * @return The input with its `authorization`.
 */
export async function signTrustedRequest< Input extends Readonly< Record< string, unknown > > >(
	input: Input,
	options: TrustedRequestOptions
): Promise< Omit< Input, 'authorization' > & { authorization: TrustedAuthorization } > {
	const { authorization: _, ...bare } = input as Input & { authorization?: unknown };
	const claims = {
		schema: TRUSTED_AUTHORIZATION_SCHEMA,
		caller: options.key,
		scope: options.scope,
		timestamp: options.timestamp ?? Math.floor( Date.now() / 1000 ),
		nonce: options.nonce ?? randomHex( 16 ),
	} as const;
	const encoder = new TextEncoder();
	const key = await globalThis.crypto.subtle.importKey(
		'raw',
		encoder.encode( options.secret ),
		{ name: 'HMAC', hash: 'SHA-256' },
		false,
		[ 'sign' ]
	);
	const signature = await globalThis.crypto.subtle.sign(
		'HMAC',
		key,
		encoder.encode( trustedPayload( options.ability, claims, bare ) )
	);
	return { ...bare, authorization: { ...claims, signature: hex( new Uint8Array( signature ) ) } };
}

/**
 * The bytes that are signed: canonical JSON of the claims, the ability and the input.
 *
 * @param ability Ability that the request is for.
 * @param claims  The authorization without its signature.
 * @param input   The input without its authorization.
 */
export function trustedPayload(
	ability: string,
	claims: Omit< TrustedAuthorization, 'signature' >,
	input: Readonly< Record< string, unknown > >
): string {
	return canonicalJson( { ...claims, ability, input: asPhpReadsIt( JSON.parse( JSON.stringify( input ) ) ) } );
}

/**
 * PHP has one kind of array: an object without fields, or with the fields 0, 1, 2, … in order, arrives as a list.
 *
 * @param value A JSON value.
 */
function asPhpReadsIt( value: unknown ): unknown {
	if ( Array.isArray( value ) ) {
		return value.map( asPhpReadsIt );
	}
	if ( typeof value !== 'object' || value === null ) {
		return value;
	}
	const entries = Object.entries( value ).map( ( [ name, field ] ) => [ name, asPhpReadsIt( field ) ] as const );
	return entries.every( ( [ name ], index ) => name === String( index ) )
		? entries.map( ( [ , field ] ) => field )
		: Object.fromEntries( entries );
}

function randomHex( bytes: number ): string {
	return hex( globalThis.crypto.getRandomValues( new Uint8Array( bytes ) ) );
}

function hex( bytes: Uint8Array ): string {
	return Array.from( bytes, ( byte ) => byte.toString( 16 ).padStart( 2, '0' ) ).join( '' );
}
