import { responseHeaders } from '../../../src-browser/remote/src/service-worker/policy.ts';

const SANDBOX = 'sandbox allow-scripts allow-forms';

describe( 'headers of a preview', () => {
	test.each( [ 'isolated', null ] as const )( '%s: the sandbox is added, whatever PHP said', ( mode ) => {
		expect( responseHeaders( {}, mode ).get( 'content-security-policy' ) ).toBe( SANDBOX );
		expect(
			responseHeaders( { 'content-security-policy': [ "default-src 'self'" ] }, mode ).get(
				'content-security-policy'
			)
		).toBe( `default-src 'self', ${ SANDBOX }` );
		// A second policy can only narrow the first: PHP cannot widen the sandbox.
		expect(
			responseHeaders( { 'Content-Security-Policy': [ 'sandbox allow-scripts allow-same-origin' ] }, mode ).get(
				'content-security-policy'
			)
		).toContain( `, ${ SANDBOX }` );
	} );

	test.each( [ 'origin', 'trusted' ] as const )( '%s: no sandbox', ( mode ) => {
		expect( responseHeaders( {}, mode ).has( 'content-security-policy' ) ).toBe( false );
	} );

	test( 'what would keep the preview out of its frame goes, and the rest stays', () => {
		const headers = responseHeaders(
			{
				'X-Frame-Options': [ 'SAMEORIGIN' ],
				'content-security-policy': [ "frame-ancestors 'self'; img-src *", "FRAME-ANCESTORS 'none'" ],
				'set-cookie': [ 'a=b' ],
				'content-type': [ 'text/html' ],
				link: [ '<a>; rel=x', '<b>; rel=y' ],
			},
			'origin'
		);
		expect( Object.fromEntries( headers ) ).toEqual( {
			'content-security-policy': 'img-src *',
			'content-type': 'text/html',
			link: '<a>; rel=x, <b>; rel=y',
			'x-content-type-options': 'nosniff',
		} );
	} );
} );
