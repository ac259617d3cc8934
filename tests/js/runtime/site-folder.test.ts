import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nativeBackend } from '../../../src-runtime/native/native-backend.ts';
import { silentProgress } from '../../../src-runtime/progress/progress.ts';

let folder: string;
beforeEach( () => {
	folder = mkdtempSync( join( tmpdir(), 'wpcb-site-folder-' ) );
} );
afterEach( () => rmSync( folder, { recursive: true, force: true } ) );

const boot = () => nativeBackend.boot( { directory: folder, progress: silentProgress } );

describe( 'the folder of a site to keep', () => {
	it( 'stays as it is when something else is in it', async () => {
		writeFileSync( join( folder, 'thesis.txt' ), 'Years of work.' );
		await expect( boot() ).rejects.toThrow( 'is not empty and is no site of ours' );
		expect( readFileSync( join( folder, 'thesis.txt' ), 'utf8' ) ).toBe( 'Years of work.' );
	} );

	it( 'holds the site and what was put into it, boot after boot', async () => {
		await ( await boot() ).dispose();
		writeFileSync( join( folder, 'wp-content', 'kept.txt' ), 'Kept.' );
		const again = await boot();
		await again.dispose();
		expect( again.directory ).toBe( folder );
		expect( readdirSync( join( folder, 'wp-content' ) ) ).toContain( 'kept.txt' );
	}, 180_000 );
} );
