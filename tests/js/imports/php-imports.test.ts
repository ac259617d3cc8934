import { phpImportViolations, type PhpImportRules } from '../../../scripts/php-imports.ts';

const rules: PhpImportRules = {
	layers: [ [ 'Surfaces' ], [ 'Operations' ], [ '*' ], [ 'Contracts' ] ],
	compositionRoot: [ 'Services.php' ],
	exceptions: {},
};

describe( 'phpImportViolations', () => {
	it( 'lets outer areas import inner ones, and areas of one layer each other', () => {
		const imports = [
			{ file: 'Surfaces/Rest.php', area: 'Operations' },
			{ file: 'Operations/Run.php', area: 'Fuzz' },
			{ file: 'Operations/Run.php', area: 'Services' },
			{ file: 'Fuzz/Suite.php', area: 'Runs' },
			{ file: 'Runs/Run.php', area: 'Contracts' },
			{ file: 'Services.php', area: 'Fuzz' },
		];
		expect( phpImportViolations( imports, rules ) ).toEqual( [] );
	} );

	it.each( [
		[
			'an outer area',
			[ { file: 'Fuzz/Suite.php', area: 'Operations' } ],
			/php\/Fuzz\/Suite\.php.*Operations.*further out/,
		],
		[ 'the composition root from a service', [ { file: 'Fuzz/Suite.php', area: 'Services' } ], /constructor/ ],
		[
			'a circle',
			[
				{ file: 'Fuzz/Suite.php', area: 'Runs' },
				{ file: 'Runs/Run.php', area: 'Fuzz' },
			],
			/circle: Fuzz → Runs → Fuzz/,
		],
	] )( 'reports %s', ( _what, imports, sentence ) => {
		expect( phpImportViolations( imports, rules ) ).toEqual( [ expect.stringMatching( sentence ) ] );
	} );

	it( 'takes an exception for one file, and reports one that is no longer needed', () => {
		const imports = [ { file: 'Fuzz/Suite.php', area: 'Operations' } ];
		const excepting = ( file: string ) => ( { ...rules, exceptions: { [ file ]: { Operations: 'because' } } } );
		expect( phpImportViolations( imports, excepting( 'Fuzz/Suite.php' ) ) ).toEqual( [] );
		expect( phpImportViolations( [], excepting( 'Fuzz/Suite.php' ) ) ).toEqual( [
			expect.stringContaining( 'not needed' ),
		] );
	} );
} );
