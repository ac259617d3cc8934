import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../../../src-cli/program.ts';
import { packageVersion } from '../../../src-cli/version.ts';
import { WORDPRESS_FUZZ_RUNTIME_CONTRACT } from '../../../src-shared/fuzz/runtime-contract.ts';
import {
	runtimeContractManifest,
	runtimeDescriptor,
	wordpressFuzzRuntimeContract,
} from '../../../src-shared/entrypoints/core.ts';
import * as contracts from '../../../src-shared/entrypoints/core-contracts.ts';
import * as publicFacade from '../../../src-shared/entrypoints/core-public.ts';

const bin = fileURLToPath( new URL( '../../../bin/wp-codebox.mjs', import.meta.url ) );
let folder: string;

beforeAll( () => {
	folder = mkdtempSync( join( tmpdir(), 'wpcb-cli-' ) );
} );
afterAll( () => rmSync( folder, { recursive: true } ) );
afterEach( () => {
	process.exitCode = undefined;
} );

async function run( ...args: string[] ) {
	let out = '';
	let err = '';
	const status = await runCommandLine( args, {
		cwd: folder,
		out: ( text ) => ( out += text ),
		err: ( text ) => ( err += text ),
	} );
	return { status, out, err };
}

describe( 'descriptors', () => {
	it( 'are the same on the command line and in every entrypoint', async () => {
		expect( JSON.parse( ( await run( 'runtime', 'descriptor', '--json' ) ).out ) ).toEqual( runtimeDescriptor() );
		expect( JSON.parse( ( await run( 'runtime', 'manifest' ) ).out ) ).toEqual( runtimeContractManifest() );
		expect( JSON.parse( ( await run( 'fuzz', 'descriptor', '--format=json' ) ).out ) ).toEqual(
			wordpressFuzzRuntimeContract()
		);
		for ( const module of [ contracts, publicFacade ] ) {
			expect( module.runtimeDescriptor() ).toEqual( runtimeDescriptor() );
			expect( module.runtimeContractManifest() ).toEqual( runtimeContractManifest() );
			expect( module.wordpressFuzzRuntimeContract() ).toEqual( WORDPRESS_FUZZ_RUNTIME_CONTRACT );
		}
	} );

	it( 'are copies: changing one changes no other', () => {
		( runtimeDescriptor().capabilities as unknown as string[] ).push( 'changed' );
		expect( runtimeDescriptor().capabilities ).not.toContain( 'changed' );
	} );

	it( 'come out of the installed command as pure JSON', () => {
		const out = execFileSync( process.execPath, [ bin, 'fuzz', 'descriptor', '--format=json' ], {
			encoding: 'utf8',
			cwd: folder,
		} );
		expect( JSON.parse( out ) ).toEqual( WORDPRESS_FUZZ_RUNTIME_CONTRACT );
	} );
} );

describe( 'help and version', () => {
	it.each( [ [ '--version' ], [ '-v' ], [ 'version' ] ] )( '%s prints the version alone', async ( flag ) => {
		expect( await run( flag ) ).toEqual( { status: 0, out: `${ packageVersion() }\n`, err: '' } );
	} );

	it( 'help lists every command', async () => {
		const { status, out } = await run( '--help' );
		expect( status ).toBe( 0 );
		for ( const name of [ 'fuzz', 'runtime', 'schema', 'commands', 'cache', 'version' ] ) {
			expect( out ).toMatch( new RegExp( `^  ${ name }\\b`, 'm' ) );
		}
	} );
} );

describe( 'mistakes', () => {
	it.each( [
		[ [ 'fuz' ], 'fuzz' ],
		[ [ 'fuzz', 'descriptr' ], 'descriptor' ],
		[ [ 'runtime', 'descriptor', '--jsn' ], '--json' ],
	] )( '%j is refused with a suggestion', async ( args, suggestion ) => {
		const { status, out, err } = await run( ...args );
		expect( status ).toBe( 2 );
		expect( out ).toBe( '' );
		expect( err ).toContain( `Did you mean ${ suggestion }?` );
	} );

	it.each( [ [ [] ], [ [ 'runtime' ] ] ] )( '%j alone says that a command is missing', async ( args ) => {
		const { status, out, err } = await run( ...args );
		expect( { status, out } ).toEqual( { status: 2, out: '' } );
		expect( err ).toContain( 'needs a command' );
	} );

	it( 'fuzz alone says that the folder is no plugin', async () => {
		const { status, out, err } = await run( 'fuzz' );
		expect( { status, out } ).toEqual( { status: 2, out: '' } );
		expect( err ).toContain( 'is no plugin' );
	} );

	it( 'a time that is no number is refused before anything starts', async () => {
		const plugin = fileURLToPath( new URL( '../../../examples/buggy-plugin', import.meta.url ) );
		const { status, err } = await run( 'fuzz', plugin, '--time=soon' );
		expect( status ).toBe( 2 );
		expect( err ).toContain( '--time has to be a number of seconds.' );
	} );

	it( 'with --json the failure is one document on standard output', async () => {
		const { status, out } = await run( 'fuzz', 'readiness', '--mode=fast', '--json' );
		expect( status ).toBe( 2 );
		expect( JSON.parse( out ) ).toMatchObject( {
			schema: 'wp-codebox/cli-failure/v1',
			success: false,
			status: 'error',
			command: 'fuzz readiness',
			error: { code: 'wp_codebox_cli_invalid_argument', data: { field: '--mode' } },
		} );
	} );

	it.each( [
		[ 'not json', '{', 'wp_codebox_invalid_json', '--input-file' ],
		[ 'a list', '[]', 'wp_codebox_invalid_json', '--input-file' ],
		[ 'no cases', '{}', 'wp_codebox_invalid_input', 'cases' ],
	] )( 'an input file that holds %s', async ( _what, text, code, field ) => {
		writeFileSync( join( folder, 'suite.json' ), text );
		const { status, out } = await run( 'fuzz', 'readiness', '--input-file=suite.json', '--json' );
		expect( status ).toBe( 2 );
		expect( JSON.parse( out ).error ).toMatchObject( { code, data: { field } } );
	} );

	it( 'an input file that is no text, and one that is not there', async () => {
		writeFileSync( join( folder, 'bytes.json' ), Buffer.from( [ 0x22, 0xff, 0x22 ] ) );
		expect( ( await run( 'fuzz', 'readiness', '--input-file=bytes.json' ) ).err ).toContain(
			'wp_codebox_invalid_encoding'
		);
		expect( ( await run( 'fuzz', 'readiness', '--input-file=gone.json' ) ).err ).toContain(
			'wp_codebox_input_unreadable'
		);
	} );

	it.each( [ [ '--max-mb=x' ], [ '--max-mb=-1' ], [ '--max-age-days=' ] ] )( 'cache prune %s', async ( flag ) => {
		const { status, err } = await run( 'cache', 'prune', flag );
		expect( status ).toBe( 2 );
		expect( err ).toContain( flag.split( '=' )[ 0 ] );
	} );

	it( 'a schema that there is not', async () => {
		expect( ( await run( 'schema', 'nope' ) ).status ).toBe( 2 );
	} );
} );

describe( 'readiness', () => {
	it( 'is 0 for what the runner can do and 3 for what it cannot', async () => {
		writeFileSync(
			join( folder, 'browser.json' ),
			JSON.stringify( {
				id: 's',
				cases: [ { id: 'a', target: { kind: 'runtime-action' }, input: { type: 'browser' } } ],
			} )
		);
		expect( ( await run( 'fuzz', 'readiness', '--input-file=browser.json' ) ).status ).toBe( 0 );
		process.exitCode = undefined;
		const { status, out } = await run( 'fuzz', 'readiness', '--mode=php-in-process', '--input-file=browser.json' );
		expect( status ).toBe( 3 );
		expect( JSON.parse( out ).unsupportedRequiredCapabilities ).toEqual( [
			'target:runtime-action',
			'runtime-action:browser',
		] );
	} );
} );

it( 'a reader that goes away is no error', () => {
	const shell = spawnSync(
		'/bin/sh',
		[ '-c', `"${ process.execPath }" "${ bin }" commands --json | head -c 1; echo` ],
		{
			encoding: 'utf8',
		}
	);
	expect( shell.stderr ).toBe( '' );
	expect( shell.stdout.trim() ).toBe( '[' );
} );
