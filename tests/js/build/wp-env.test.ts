import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath( new URL( '../../..', import.meta.url ) );
let home: string;
let port: number;

const wpEnv = ( ...args: string[] ) =>
	spawnSync( process.execPath, [ '--import', 'tsx', 'scripts/wp-env.ts', ...args ], {
		cwd: root,
		encoding: 'utf8',
		timeout: 120_000,
		env: { ...process.env, WP_ENV_HOME: home, WP_ENV_PORT: String( port ) },
	} );

beforeAll( async () => {
	home = mkdtempSync( join( tmpdir(), 'wpcb-env-' ) );
	const server = createServer().listen( 0, '127.0.0.1' );
	await once( server, 'listening' );
	port = ( server.address() as AddressInfo ).port;
	server.close();
	await once( server, 'close' );
} );
afterAll( () => {
	wpEnv( 'stop' );
	rmSync( home, { recursive: true, force: true } );
}, 60_000 );

it( 'starts wp-env’s Playground runtime with .wp-env.json and the plugin active', async () => {
	const started = wpEnv( 'start' );
	expect( `${ started.stdout }${ started.stderr }` ).toContain( 'Done' );
	expect( started.status ).toBe( 0 );
	// Playground logs a new browser in by redirecting until it has this cookie.
	const headers = { cookie: 'playground_auto_login_already_happened=1' };
	const response = await fetch( `http://localhost:${ port }/?rest_route=/`, { headers } );
	expect( response.status ).toBe( 200 );
	expect( ( ( await response.json() ) as { namespaces: string[] } ).namespaces ).toContain( 'wp-codebox/v1' );
}, 180_000 );
