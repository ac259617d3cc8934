/**
 * Node's half of Fresh_Bundle_Test.php: verifies what PHP wrote and what was changed, writes the same tree itself.
 */
import { createInterface } from 'node:readline';
import { verifyArtifactBundle } from '../../../src-runtime/artifacts/verify-bundle.ts';
import { writeArtifactBundle } from '../../../src-runtime/artifacts/write-bundle.ts';

interface Order {
	root: string;
	/** Path in the bundle → file on disk. */
	files: Record< string, string >;
	tree: number;
	whole: string;
	changed: string;
}

for await ( const line of createInterface( { input: process.stdin } ) ) {
	const { root, files, tree, whole, changed } = JSON.parse( line ) as Order;
	const written = await writeArtifactBundle( root, {
		runtime: { name: 'property' },
		metadata: { tree },
		createdAt: '2026-01-01T00:00:00Z',
		files: Object.entries( files ).map( ( [ path, file ] ) => ( {
			path,
			kind: 'data',
			contentType: 'application/octet-stream',
			source: { file },
		} ) ),
	} );
	const answer = {
		whole: ( await verifyArtifactBundle( whole ) ).violations,
		changed: ( await verifyArtifactBundle( changed ) ).violations.map( ( { code } ) => code ),
		written: written.directory,
	};
	process.stdout.write( `${ JSON.stringify( answer ) }\n` );
}
