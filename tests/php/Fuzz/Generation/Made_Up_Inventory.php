<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Generation;

use WP_Codebox\Fuzz\Inventory\Ability_Entry;
use WP_Codebox\Fuzz\Inventory\Code_Under_Test;
use WP_Codebox\Fuzz\Inventory\Inventory;
use WP_Codebox\Fuzz\Inventory\Rest_Endpoint;
use WP_Codebox\Fuzz\Inventory\Row_Pool;

/**
 * An inventory that depends on no site, so that its cases can be recorded.
 */
final class Made_Up_Inventory {

	public static function make(): Inventory {
		return new Inventory(
			Code_Under_Test::select() ?? throw new \LogicException(),
			array(
				self::endpoint( '/acme/v1/books', array( 'GET' ), array(
					'per_page' => array(
						'type'    => 'integer',
						'minimum' => 1,
						'maximum' => 100,
						'default' => 10,
					),
					'status'   => array(
						'type' => 'string',
						'enum' => array( 'publish', 'draft' ),
					),
					'search'   => array( 'type' => 'string' ),
				) ),
				self::endpoint( '/acme/v1/books/(?P<id>[\d]+)', array( 'POST', 'PUT', 'PATCH' ), array(
					'id'     => array( 'type' => 'integer' ),
					'title'  => array(
						'type'      => 'string',
						'required'  => true,
						'minLength' => 3,
						'maxLength' => 20,
					),
					'roles'  => array(
						'type'  => 'array',
						'items' => array( 'type' => 'string' ),
					),
					'author' => array(
						'type'       => 'object',
						'properties' => array(
							'email' => array(
								'type'   => 'string',
								'format' => 'email',
							),
							'rank'  => array(
								'type'       => 'number',
								'multipleOf' => 0.5,
							),
						),
						'required'   => array( 'email' ),
					),
				) ),
				self::endpoint( '/acme/v1/users/(?P<user_id>\d+)', array( 'GET' ), array() ),
				self::endpoint( '/acme/v1/ping', array( 'GET' ), array() ),
			),
			array(
				new Ability_Entry(
					'acme/sum',
					array(
						'type'       => 'object',
						'properties' => array(
							'a' => array( 'type' => 'integer' ),
							'b' => array( 'type' => 'integer' ),
						),
						'required'   => array( 'a', 'b' ),
					),
					array( 'type' => 'integer' ),
					array( 'readonly' => true ),
					array()
				),
			),
			array( 'anonymous', 'subscriber', 'administrator' ),
			array(
				'anonymous'     => 0,
				'subscriber'    => 7,
				'administrator' => 1,
			),
			new Row_Pool(
				array(
					'user'       => array( 1, 7 ),
					'post'       => array( 4, 5 ),
					'table:book' => array( 11, 12 ),
					'role'       => array( 'administrator', 'subscriber' ),
					'user.email' => array( 'admin@example.org' ),
				)
			)
		);
	}

	private static function endpoint( string $route, array $methods, array $args ): Rest_Endpoint {
		return new Rest_Endpoint( $route, 0, 'acme/v1', $methods, $args, Rest_Endpoint::PERMISSION_PUBLIC, array(), array(), array() );
	}
}
