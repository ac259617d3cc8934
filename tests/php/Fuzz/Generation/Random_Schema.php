<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Generation;

use WP_Codebox\Fuzz\Generation\Seeded_Random;

/**
 * Makes satisfiable schemas of the dialect that WordPress knows.
 */
final class Random_Schema {

	private function __construct( private readonly Seeded_Random $random ) {}

	public static function make( int $seed ): array {
		return ( new self( new Seeded_Random( 'schema', (string) $seed ) ) )->any( 0 );
	}

	private function any( int $depth ): array {
		$types = array( 'string', 'integer', 'number', 'boolean', 'format', 'pattern', 'enum', 'mixed' );
		if ( $depth < 2 ) {
			array_push( $types, 'array', 'object', 'object', 'anyOf' );
		}
		return match ( $this->random->pick( $types ) ) {
			'string'  => $this->text(),
			'integer' => $this->number( 'integer' ),
			'number'  => $this->number( 'number' ),
			'boolean' => array( 'type' => 'boolean' ),
			'format'  => array(
				'type'   => 'string',
				'format' => $this->random->pick( array( 'date-time', 'email', 'ip', 'uuid', 'hex-color' ) ),
			),
			'pattern' => array(
				'type'    => 'string',
				'pattern' => $this->random->pick( array( '^[a-f0-9]{8}$', '^\w+(-\w+)*$', '^(foo|bar)\d?$', '^#?[A-Z][a-z]*$', '^[^/.]{2,4}$' ) ),
			),
			'enum'    => array(
				'type' => 'string',
				'enum' => array( 'one', 'two', 'three' ),
			),
			'mixed'   => array( 'type' => array( 'integer', 'null' ) ),
			'array'   => $this->list( $depth ),
			'object'  => $this->object( $depth ),
			default   => array( 'anyOf' => array( $this->any( 2 ), $this->any( 2 ) ) ),
		};
	}

	private function text(): array {
		$least = $this->random->below( 20 );
		return array(
			'type'      => 'string',
			'minLength' => $least,
			'maxLength' => $least + $this->random->below( 20 ),
		);
	}

	private function number( string $type ): array {
		$least  = $this->random->below( 2000 ) - 1000;
		$step   = 1 + $this->random->below( 9 );
		$schema = array(
			'type'    => $type,
			'minimum' => $least,
			'maximum' => $least + 4 * $step,
		);
		if ( $this->random->chance( 40 ) ) {
			$schema['multipleOf'] = $step;
		}
		if ( $this->random->chance( 40 ) ) {
			$schema[ $this->random->pick( array( 'exclusiveMinimum', 'exclusiveMaximum' ) ) ] = true;
		}
		return $schema;
	}

	private function list( int $depth ): array {
		$least = $this->random->below( 3 );
		return array(
			'type'     => 'array',
			'items'    => $this->any( $depth + 1 ),
			'minItems' => $least,
			'maxItems' => $least + $this->random->below( 3 ),
		);
	}

	private function object( int $depth ): array {
		$properties = array();
		foreach ( array( 'alpha', 'beta', 'gamma' ) as $name ) {
			$properties[ $name ] = $this->any( $depth + 1 );
		}
		$schema = array(
			'type'       => 'object',
			'properties' => $properties,
			'required'   => array_slice( array_keys( $properties ), 0, $this->random->below( 4 ) ),
		);
		if ( $this->random->chance( 50 ) ) {
			$schema['additionalProperties'] = $this->random->chance( 50 ) ? false : $this->any( 2 );
		}
		return $schema;
	}
}
