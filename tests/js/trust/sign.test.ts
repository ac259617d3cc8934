import { readFileSync } from 'node:fs';
import {
	signTrustedRequest,
	trustedPayload,
	type TrustedAuthorization,
	type TrustedRequestOptions,
} from '../../../src-shared/trust/sign.ts';

interface SignatureVector {
	options: TrustedRequestOptions;
	input: Record< string, unknown >;
	payload: string;
	signed: { authorization: TrustedAuthorization };
}

const vectors = JSON.parse( readFileSync( 'tests/vectors/trust/signatures.json', 'utf8' ) ) as SignatureVector[];

test( 'signs what PHP verifies', async () => {
	for ( const { options, input, payload, signed } of vectors ) {
		const { signature: _, ...claims } = signed.authorization;
		expect( trustedPayload( options.ability, claims, input ) ).toBe( payload );
		expect( await signTrustedRequest( input, options ) ).toEqual( signed );
	}
} );

test( 'replaces an authorization and signs nothing of it', async () => {
	const [ { options, input, signed } ] = vectors as [ SignatureVector ];
	expect( await signTrustedRequest( { ...input, authorization: 'x' }, options ) ).toEqual( signed );
} );

test( 'takes a new nonce and the time of now', async () => {
	const [ { options, input } ] = vectors as [ SignatureVector ];
	const bare = { ...options, nonce: undefined, timestamp: undefined };
	const [ first, second ] = [ await signTrustedRequest( input, bare ), await signTrustedRequest( input, bare ) ];
	expect( first.authorization.nonce ).not.toBe( second.authorization.nonce );
	expect( Math.abs( first.authorization.timestamp - Date.now() / 1000 ) ).toBeLessThan( 5 );
} );
