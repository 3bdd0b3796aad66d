// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.zahner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The binary files, written here, and damaged. */
class ThalesImportersTest {
    private static List<Recording> read(Importer importer, byte[] content) throws IOException {
        return RecordedSink.read(importer, MemorySource.of("a", content)).recordings();
    }

    private static List<String> codes(Recording r) {
        return r.problems().stream().map(p -> p.code()).toList();
    }

    @Nested
    class Spectra implements ImporterContract {
        @Override
        public Importer importer() {
            return new IsmImporter();
        }

        @Override
        public List<MemorySource> fixtures() {
            return List.of(MemorySource.of("a.ism", ThalesFile.spectrum().bytes()));
        }

        @Test
        void twoWays() throws IOException {
            List<Recording> all = read(importer(), ThalesFile.spectrum().bytes());
            Recording main = all.get(0);
            assertEquals(List.of(3, 1), all.stream().map(r -> r.table().rows()).toList());
            assertArrayEquals(
                    new double[] {1000, 100, 10}, main.si(QuantityKind.FREQUENCY).orElseThrow());
            assertArrayEquals(
                    new double[] {0, -50 * Math.sqrt(0.5), -100},
                    main.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow(),
                    1e-12);
            assertArrayEquals(
                    new double[] {20, 50 * Math.sqrt(0.5), 0},
                    main.si(QuantityKind.IMPEDANCE_REAL).orElseThrow(),
                    1e-12);
            assertArrayEquals(new double[] {1, 2.5, 4}, main.si(QuantityKind.TIME).orElseThrow());
            assertArrayEquals(
                    new double[] {0.51, 0.52, 0.53}, main.si(QuantityKind.POTENTIAL).orElseThrow());
            assertArrayEquals(
                    new double[] {2e-3, 3e-3, 4e-3}, main.si(QuantityKind.CURRENT).orElseThrow());
            // A thousand million seconds after the beginning of 1980, and one more.
            assertEquals(Optional.of(LocalDateTime.of(2011, 9, 9, 1, 46, 41)), main.start());
            assertEquals("Pellet", main.metadata().get("System"));
            assertEquals("1.5cm^2", main.metadata().get("Electrode area"));
            assertEquals(0.005, main.metadata().get("Amplitude / V"));
            assertEquals(List.of(), codes(main));
        }

        @Test
        void cutWithinThePhases() throws IOException {
            byte[] whole = ThalesFile.spectrum().bytes();
            byte[] cut = Arrays.copyOf(whole, 12 + 2 * 32 + 17);
            assertEquals(
                    Sniff.Certainty.CERTAIN,
                    importer().sniff(MemorySource.of("a.dat", cut).head()).certainty());
            Recording r = read(importer(), cut).getFirst();
            assertEquals(List.of("thales.cut"), codes(r));
            assertArrayEquals(new double[] {100, 1000}, r.si(QuantityKind.FREQUENCY).orElseThrow());
            assertTrue(Double.isNaN(r.table().column("significance").orElseThrow().at(0)));
            assertThrows(
                    FormatException.class,
                    () -> read(importer(), Arrays.copyOf(whole, 12 + 2 * 32 + 7)));
        }

        @Test
        void cutBehindThePoints() throws IOException {
            byte[] whole = ThalesFile.spectrum().bytes();
            Recording texts = read(importer(), Arrays.copyOf(whole, 12 + 4 * 34 + 12)).getFirst();
            assertEquals(List.of("thales.head"), codes(texts));
            assertEquals(3, texts.table().rows());
            Recording tracks = read(importer(), Arrays.copyOf(whole, whole.length - 1)).getFirst();
            assertEquals(List.of("ism.tracks.cut"), codes(tracks));
        }

        @Test
        void anUnknownVersionIsReadAndSaid() throws IOException {
            byte[] other = ThalesFile.spectrum().bytes();
            other[5] = 7;
            MemorySource file = MemorySource.of("a", other);
            assertEquals(Sniff.Certainty.PERHAPS, importer().sniff(file.head()).certainty());
            assertEquals(List.of("ism.version"), codes(read(importer(), other).getFirst()));
        }
    }

    @Nested
    class Curves implements ImporterContract {
        @Override
        public Importer importer() {
            return new IssImporter();
        }

        @Override
        public List<MemorySource> fixtures() {
            return List.of(MemorySource.of("a.iss", ThalesFile.curve().bytes()));
        }

        @Test
        void whole() throws IOException {
            MemorySource file = fixtures().getFirst();
            assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
            for (Importer other :
                    List.of(new IscImporter(), new IsmImporter(), new IswImporter())) {
                assertEquals(Sniff.Certainty.NO, other.sniff(file.head()).certainty());
            }
            Recording r = read(importer(), file.content()).getFirst();
            assertEquals(Technique.LSV, r.technique());
            assertArrayEquals(
                    new double[] {-0.1, -0.05, -0.2},
                    r.si(QuantityKind.POTENTIAL).orElseThrow(),
                    1e-12);
            assertArrayEquals(
                    new double[] {1e-3, -2e-3, 0}, r.si(QuantityKind.CURRENT).orElseThrow());
            assertArrayEquals(new double[] {0.5, 1.5, 2.5}, r.si(QuantityKind.TIME).orElseThrow());
            assertEquals(Optional.of(LocalDateTime.of(2021, 9, 21, 14, 41, 13)), r.start());
            assertEquals("Cell", r.metadata().get("System"));
            assertEquals(0.01, r.metadata().get("Relative tolerance"));
            assertEquals(List.of(), codes(r));
        }

        @Test
        void cutWithinTheTimes() throws IOException {
            byte[] whole = ThalesFile.curve().bytes();
            Recording r = read(importer(), Arrays.copyOf(whole, 86 + 3 * 10 + 2 * 8)).getFirst();
            assertEquals(List.of("thales.cut", "isc.scale"), codes(r));
            assertArrayEquals(
                    new double[] {0, 800, -1600},
                    Samples.stored(r.table().column("voltage").orElseThrow()));
            assertTrue(Double.isNaN(r.si(QuantityKind.TIME).orElseThrow()[2]));
        }
    }

    @Nested
    class Polarisations implements ImporterContract {
        @Override
        public Importer importer() {
            return new IswImporter();
        }

        @Override
        public List<MemorySource> fixtures() {
            return List.of(MemorySource.of("a.isw", ThalesFile.polarisation().bytes()));
        }

        @Test
        void whole() throws IOException {
            Recording r = read(importer(), ThalesFile.polarisation().bytes()).getFirst();
            assertEquals(Technique.CP, r.technique());
            assertArrayEquals(new double[] {0, 1, 2}, r.si(QuantityKind.TIME).orElseThrow());
            assertArrayEquals(
                    new double[] {1.5, 1.501, 1.502},
                    r.si(QuantityKind.POTENTIAL).orElseThrow(),
                    1e-12);
            assertArrayEquals(
                    new double[] {0.625, 0.625, 0.625}, r.si(QuantityKind.CURRENT).orElseThrow());
            assertEquals(Optional.of(LocalDateTime.of(2025, 7, 2, 12, 56, 56)), r.start());
            assertEquals("cell", r.metadata().get("System"));
            assertEquals("a", r.metadata().get("Comment 1"));
        }

        @Test
        void anUnknownVersionIsReadAndTold() throws IOException {
            byte[] newer = ThalesFile.polarisation().bytes();
            newer[5]--;
            assertEquals(
                    Sniff.Certainty.PERHAPS,
                    importer().sniff(MemorySource.of("a.dat", newer).head()).certainty());
            Recording r = read(importer(), newer).getFirst();
            assertEquals(3, r.table().rows());
            assertEquals(List.of("isw.version"), codes(r));
        }

        @Test
        void cut() throws IOException {
            byte[] whole = ThalesFile.polarisation().bytes();
            byte[] cut = Arrays.copyOf(whole, 18 + 60);
            assertEquals(
                    Sniff.Certainty.CERTAIN,
                    importer().sniff(MemorySource.of("a.dat", cut).head()).certainty());
            Recording r = read(importer(), cut).getFirst();
            assertEquals(2, r.table().rows());
            assertEquals(List.of("thales.cut"), codes(r));
        }
    }

    @Nested
    class Voltammograms implements ImporterContract {
        @Override
        public Importer importer() {
            return new IscImporter();
        }

        @Override
        public List<MemorySource> fixtures() {
            return List.of(
                    MemorySource.of("plain.isc", ThalesFile.voltammogram().bytes()),
                    MemorySource.of("signals.isc", ThalesFile.voltammogramWithSignals().bytes()));
        }

        @Test
        void whole() throws IOException {
            Recording r = read(importer(), ThalesFile.voltammogram().bytes()).getFirst();
            assertEquals(Technique.CV, r.technique());
            assertArrayEquals(new double[] {2, 2.5, 3}, r.si(QuantityKind.TIME).orElseThrow());
            assertArrayEquals(
                    new double[] {-0.1, 0.4, -0.6},
                    r.si(QuantityKind.POTENTIAL).orElseThrow(),
                    1e-12);
            assertArrayEquals(
                    new double[] {1e-6, 2e-6, -3e-6}, r.si(QuantityKind.CURRENT).orElseThrow());
            assertEquals(Optional.of(LocalDateTime.of(2021, 9, 21, 14, 41, 13)), r.start());
            assertEquals("KOH", r.metadata().get("Comment 2"));
        }

        @Test
        void signals() throws IOException {
            Recording r = read(importer(), ThalesFile.voltammogramWithSignals().bytes()).getFirst();
            assertEquals(List.of(), codes(r));
            assertArrayEquals(
                    new double[] {21, 22, Double.NaN},
                    Samples.stored(r.table().column("TC").orElseThrow()));
            assertEquals("V", r.table().column("Pot1").orElseThrow().spec().unit().symbol());
        }

        @Test
        void signalsThatAreCutCostOnlyThemselves() throws IOException {
            byte[] whole = ThalesFile.voltammogramWithSignals().bytes();
            Recording r = read(importer(), Arrays.copyOf(whole, whole.length - 3)).getFirst();
            assertEquals(List.of("isc.signals"), codes(r));
            assertEquals(3, r.table().rows());
        }
    }
}
