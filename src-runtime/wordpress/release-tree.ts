import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { x as extract } from 'tar';
import type { Progress } from '../progress/progress.ts';
import { matchesIntegrity, type TarballDownload } from './npm-tarball.ts';
import type { PinnedRelease } from './pinned-release.ts';

const ATTEMPTS = 2;

/**
 * Downloads a release, proves that it is the pinned one, and unpacks its parts into `directory`.
 * A download that was cut or damaged is fetched once more before this fails.
 */
export async function buildReleaseTree(
	release: PinnedRelease,
	directory: string,
	download: TarballDownload,
	progress: Progress
): Promise< void > {
	const spec = `${ release.package }@${ release.version }`;
	const work = join( directory, '.download' );
	try {
		const tarball = await progress.step( `Downloading ${ spec } (${ release.contents })`, () =>
			downloadVerified( spec, release.integrity, work, download )
		);
		await progress.step( 'Unpacking WordPress', () => unpackParts( release, tarball, work, directory ) );
	} finally {
		rmSync( work, { recursive: true, force: true } );
	}
}

async function downloadVerified(
	spec: string,
	integrity: string,
	work: string,
	download: TarballDownload
): Promise< string > {
	for ( let attempt = 1; ; attempt++ ) {
		rmSync( work, { recursive: true, force: true } );
		mkdirSync( work, { recursive: true } );
		const tarball = await download( spec, work );
		if ( await matchesIntegrity( tarball, integrity ) ) {
			return tarball;
		}
		if ( attempt === ATTEMPTS ) {
			throw new Error(
				`What npm gave for ${ spec } is not the pinned file: its checksum is not ${ integrity }.`
			);
		}
	}
}

async function unpackParts(
	release: PinnedRelease,
	tarball: string,
	work: string,
	directory: string
): Promise< void > {
	const unpacked = join( work, 'unpacked' );
	mkdirSync( unpacked );
	const prefixes = Object.values( release.parts );
	await extract( {
		file: tarball,
		cwd: unpacked,
		filter: ( path ) => prefixes.some( ( prefix ) => path === prefix || path.startsWith( `${ prefix }/` ) ),
	} );
	for ( const [ name, path ] of Object.entries( release.parts ) ) {
		mkdirSync( dirname( join( directory, name ) ), { recursive: true } );
		renameSync( join( unpacked, path ), join( directory, name ) );
	}
}
