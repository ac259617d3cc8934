<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

/**
 * One change of the trivial valid request: a parameter gets a value, or is left out.
 */
final class Mutation {

	public const OMITTED = 'required';

	/**
	 * @param string               $parameter Name of the parameter.
	 * @param Generated_Value|null $value     Null leaves it out.
	 */
	public function __construct(
		public readonly string $parameter,
		public readonly ?Generated_Value $value
	) {}

	/**
	 * @return array{path: string, keyword: string, kind: string} As `metadata.generator.mutation`; the path is dotted.
	 */
	public function to_array(): array {
		return array(
			'path'    => implode( '.', array( $this->parameter, ...( $this->value->path ?? array() ) ) ),
			'keyword' => $this->value->keyword ?? self::OMITTED,
			'kind'    => $this->value->kind ?? Generated_Value::INVALID,
		);
	}
}
