/**
 * Places where a host plugs in.
 *
 * <ul>
 *   <li>{@link io.jxc.spi.JxcListener} hears of facts after they were committed.
 *   <li>{@link io.jxc.spi.CommandInterceptor} sees commands before they are decided and may refuse.
 *   <li>{@link io.jxc.spi.JxcMetrics} hears what the library does and how long it takes.
 *   <li>{@code io.jxc.spi.store} is the storage SPI.
 * </ul>
 */
@NullMarked
package io.jxc.spi;

import org.jspecify.annotations.NullMarked;
