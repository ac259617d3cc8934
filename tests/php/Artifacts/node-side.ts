/**
 * Node's half of Fresh_Bundle_Test.php: verifies what PHP wrote, writes the same trees itself.
 */
import { readFileSync } from 'node:fs';
import { verifyArtifactBundle } from '../../../src-runtime/artifacts/verify-bundle.ts';
import { writeArtifactBundle } from '../../../src-runtime/artifacts/write-bundle.ts';

interface Order {
	root: string;
	trees: Record< string, string >[];
	directories: string[];
}

const order = JSON.parse( readFileSync( process.argv[ 2 ] as string, 'utf8' ) ) as Order;
const verified = [];
for ( const directory of order.directories ) {
	verified.push( ( await verifyArtifactBundle( directory ) ).violations );
}
const written = [];
for ( const [ tree, files ] of order.trees.entries() ) {
	const bundle = await writeArtifactBundle( order.root, {
		runtime: { name: 'property', tree },
		metadata: { tree },
		createdAt: '2026-01-01T00:00:00Z',
		files: Object.entries( files ).map( ( [ path, file ] ) => ( {
			path,
			kind: 'data',
			contentType: 'application/octet-stream',
			source: { file },
		} ) ),
	} );
	written.push( bundle.directory );
}
process.stdout.write( `${ JSON.stringify( { verified, written } ) }\n` );
