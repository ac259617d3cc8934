const { typescript } = require( './import-rules.json' );

const folders = Object.keys( typescript );

/** Which folder of TypeScript may import which (import-rules.json), and no circles. */
module.exports = {
	forbidden: [
		...folders.map( ( folder ) => ( {
			name: `${ folder } imports only ${ [ folder, ...typescript[ folder ] ].join( ', ' ) }`,
			severity: 'error',
			from: { path: `^${ folder }/` },
			to: {
				path: `^(${ folders.join( '|' ) }|scripts|tests|e2e|bench)/`,
				pathNot: `^(${ [ folder, ...typescript[ folder ] ].join( '|' ) })/`,
			},
		} ) ),
		{
			name: 'src-shared does no I/O',
			severity: 'error',
			from: { path: '^src-shared/' },
			to: { dependencyTypes: [ 'core' ] },
		},
		{
			name: 'no circles',
			severity: 'error',
			from: { path: '^src-' },
			to: {
				circular: true,
				viaOnly: { dependencyTypesNot: [ 'type-only' ] },
			},
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '(^|/)(node_modules|dist|build)/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			extensions: [ '.ts', '.tsx', '.mjs', '.js' ],
		},
	},
};
