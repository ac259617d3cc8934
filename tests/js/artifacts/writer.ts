/**
 * A process that writes and imports bundles until it is killed: `writer.ts <root> <zip>`; prints the id of each one
 * that is stored.
 */
import { importArtifactBundle } from '../../../src-runtime/artifacts/import-bundle.ts';
import { writeArtifactBundle } from '../../../src-runtime/artifacts/write-bundle.ts';

const [ root, zip ] = process.argv.slice( 2 ) as [ string, string ];
process.stdout.write( 'ready\n' );
for ( let number = 0; ; number++ ) {
	const stored =
		number % 2 === 0
			? await writeArtifactBundle( root, {
					runtime: { name: 'writer' },
					files: Array.from( { length: 10 }, ( _, index ) => ( {
						path: `files/${ index }/ü.txt`,
						kind: 'log',
						contentType: 'text/plain',
						source: `${ process.pid } ${ number } ${ index }\n`.repeat( 4000 * index ),
					} ) ),
				} )
			: ( await importArtifactBundle( zip, root ) ).artifactBundle!;
	process.stdout.write( `${ stored.id }\n` );
}
