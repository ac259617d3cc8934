/**
 * What the metadata of a suite demands of its result (reference: fuzz-suite-result/v1, declarations).
 */
type Metadata = Record< string, unknown >;

/**
 * Names of the artifacts that the result has to refer to.
 *
 * @param metadata Metadata of the suite.
 */
export function requiredArtifactNames( metadata: Metadata ): string[] {
	const artifacts = record( metadata.artifacts );
	const declared = [
		...list( artifacts.required ).map( ( item ) => ( { ...record( item, 'name' ), required: true } ) ),
		...list( artifacts.expected ).map( ( item ) => record( item, 'name' ) ),
		...[ 'artifact_declarations', 'artifactDeclarations', 'expected_artifacts', 'expectedArtifacts' ].flatMap(
			( key ) => list( metadata[ key ] ).map( ( item ) => record( item, 'name' ) )
		),
	] as Metadata[];
	return declared
		.filter( ( item ) => item.required === true )
		.map( ( item ) => item.name ?? item.kind ?? item.path )
		.filter( ( name ) => typeof name === 'string' );
}

/**
 * @param metadata Metadata of the suite.
 * @return True when the suite says what it covers, so that an empty result cannot be right.
 */
export function declaresCoverage( metadata: Metadata ): boolean {
	return ( metadata.coverage ?? metadata.coveragePlan ?? metadata.coverage_plan ) !== undefined;
}

/**
 * @param metadata Metadata of the suite.
 * @return True when the suite says that it may run nothing.
 */
export function resultMayBeEmpty( metadata: Metadata ): boolean {
	const readiness = record( metadata.readiness );
	const primitive = record( metadata.generic_primitive ?? metadata.genericPrimitive );
	return (
		[ 'allow_empty', 'allowed_empty', 'allowEmpty', 'declared_only', 'declaredOnly' ].some(
			( key ) => metadata[ key ] === true
		) ||
		readiness.level === 'declared' ||
		readiness.declared_only === true ||
		readiness.declaredOnly === true ||
		primitive.status === 'blocked'
	);
}

function record( value: unknown, key?: string ): Metadata {
	if ( key !== undefined && typeof value === 'string' ) {
		return { [ key ]: value };
	}
	return value !== null && typeof value === 'object' && ! Array.isArray( value ) ? ( value as Metadata ) : {};
}

function list( value: unknown ): unknown[] {
	return Array.isArray( value ) ? value : [];
}
