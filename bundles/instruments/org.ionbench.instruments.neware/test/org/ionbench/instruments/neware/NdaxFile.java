// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware;

import org.ionbench.instruments.neware.Cycling.Point;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes {@code .ndax} files of {@link Cycling} in all versions. */
public final class NdaxFile {
    private static final int RANGE = 10;
    private static final double UNIT = 1e-3;

    private NdaxFile() {}

    /**
     * @param version 2, 5, 11, 14, 16 or 17
     * @param every of how many points one has its own time and counters, in versions from 11 on
     * @param channel whether there is a further channel
     */
    public static byte[] of(int version, List<Point> points, int every, boolean channel)
            throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("Step.xml", gb(STEP));
        files.put("TestInfo.xml", gb(String.format(Locale.ROOT, TEST, 103)));
        files.put("VersionInfo.xml", gb(VERSIONS));
        files.put("data.ndc", points(version, points));
        if (channel) {
            files.put("data_AUX_9_3_1.ndc", channel(version, points));
        }
        if (version > 5) {
            files.put("data_step.ndc", steps(version, points));
            files.put("data_runInfo.ndc", run(version, points, every));
        }
        return zip(files);
    }

    /** Packs files. */
    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] gb(String xml) {
        return xml.getBytes(Charset.forName("GB2312"));
    }

    static byte[] points(int version, List<Point> points) {
        return switch (version) {
            case 2 ->
                    pages(
                            2,
                            1,
                            94,
                            points,
                            (out, p) -> {
                                out.put((byte) 0x55).put(new byte[7]);
                                whole(out, p);
                            });
            case 5 ->
                    pages(
                            5,
                            1,
                            87,
                            points,
                            (out, p) -> {
                                out.put((byte) 0x55);
                                whole(out, p);
                            });
            default -> {
                boolean volts = version == 14 || version == 17;
                yield pages(
                        version,
                        1,
                        8,
                        points,
                        (out, p) -> {
                            out.putFloat((float) (volts ? p.voltage() / 1e3 : 10 * p.voltage()));
                            out.putFloat((float) (p.current() / (volts ? 1e6 : 1e3)));
                        });
            }
        };
    }

    private static void whole(ByteBuffer out, Point p) {
        out.putInt(p.index()).putInt(p.cycle() - 1);
        out.put((byte) p.step()).put((byte) p.type()).put(new byte[5]);
        scaled(out, p, UNIT, 4);
        calendar(out, p);
        out.putInt(RANGE);
    }

    /** Time, voltage, current, so many bytes, and the counters. */
    static void scaled(ByteBuffer out, Point p, double unit, int between) {
        out.putLong(1000L * p.time());
        out.putInt((int) Math.round(10 * p.voltage()));
        out.putInt((int) Math.round(p.current() / 1e3 / unit));
        out.put(new byte[between]);
        out.putLong(Math.round(p.charge() / unit)).putLong(Math.round(p.discharge() / unit));
        out.putLong(Math.round(p.chargeEnergy() / unit));
        out.putLong(Math.round(p.dischargeEnergy() / unit));
    }

    /** The local time, two hours ahead. */
    static void calendar(ByteBuffer out, Point p) {
        LocalDateTime t = LocalDateTime.ofEpochSecond(p.seconds(), 0, ZoneOffset.ofHours(2));
        out.putShort((short) t.getYear()).put((byte) t.getMonthValue());
        out.put((byte) t.getDayOfMonth()).put((byte) t.getHour());
        out.put((byte) t.getMinute()).put((byte) t.getSecond());
    }

    private static byte[] run(int version, List<Point> points, int every) {
        List<Point> known =
                points.stream().filter(p -> p.time() == 0 || p.index() % every == 0).toList();
        boolean hours = version == 14 || version == 17;
        double unit = hours ? 3.6e6 : 1;
        int length = version == 11 ? 47 : version == 14 ? 55 : 100;
        return pages(
                version,
                18,
                length,
                known,
                (out, p) -> {
                    out.putInt(1000 * p.time()).put((byte) 0);
                    out.putFloat((float) (p.charge() / unit))
                            .putFloat((float) (p.discharge() / unit));
                    out.putFloat((float) (p.chargeEnergy() / unit));
                    out.putFloat((float) (p.dischargeEnergy() / unit));
                    out.put(new byte[8]).putInt(1000).putInt((int) p.seconds());
                    out.putInt(p.count()).putInt(p.index()).putShort((short) 250);
                });
    }

    private static byte[] steps(int version, List<Point> points) {
        List<Point> first = points.stream().filter(p -> p.time() == 0).toList();
        int length = version == 11 || version == 14 ? 37 : 100;
        return pages(
                version,
                7,
                length,
                first,
                (out, p) -> {
                    out.putInt(p.cycle() - 1)
                            .putInt(p.step())
                            .put(new byte[16])
                            .put((byte) p.type());
                    out.put(new byte[8]).putInt(p.count());
                });
    }

    private static byte[] channel(int version, List<Point> points) {
        return switch (version) {
            case 2, 5 -> {
                int before = version == 2 ? 7 : 0;
                yield pages(
                        version,
                        5,
                        version == 2 ? 94 : 87,
                        points,
                        (out, p) -> {
                            int at = out.position();
                            out.put((byte) 0x65).put(new byte[before]).putInt(p.index());
                            out.putInt(at + before + 24, 12345);
                            out.putShort(at + before + 34, (short) (250 + p.index() % 10));
                        });
            }
            case 11, 16 ->
                    pages(
                            version,
                            5,
                            7,
                            points,
                            (out, p) -> {
                                out.put((byte) 0x65).putFloat(12345);
                                out.putShort((short) (250 + p.index() % 10));
                            });
            default ->
                    pages(
                            version,
                            5,
                            4,
                            points,
                            (out, p) -> out.putFloat(25 + p.index() % 10 / 10f));
        };
    }

    /** Pages of items, each written from its place on. */
    private static byte[] pages(
            int version,
            int kind,
            int length,
            List<Point> items,
            BiConsumer<ByteBuffer, Point> item) {
        int page = version == 2 ? 512 : 4096;
        int first = version == 2 ? 5 : 132;
        int perPage = (page - first - 1) / length;
        int pages = 1 + (items.size() + perPage - 1) / perPage;
        ByteBuffer out = ByteBuffer.allocate(pages * page + 128).order(ByteOrder.LITTLE_ENDIAN);
        out.put(0, (byte) kind).put(2, (byte) version).put(4, (byte) 1);
        for (int i = 0; i < items.size(); i++) {
            int start = page * (1 + i / perPage);
            int place = i % perPage;
            out.position(start + first + place * length);
            item.accept(out, items.get(i));
            if (version != 2) {
                int mark = start + 4 + place / 8;
                out.put(mark, (byte) (out.get(mark) | 1 << place % 8));
            }
        }
        byte[] bytes = new byte[pages * page];
        out.rewind().get(bytes);
        return bytes;
    }

    /** Names as they are given in the descriptions. */
    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static final String TEST =
            """
            <?xml version="1.0" encoding="GB2312"?>
            <root>
              <config type="Test Info File" version="1" date="20240514092013">
                <TestInfo DevType="27" DevID="36" UnitID="0" ChlID="45" TestID="110" CurrRange="20"             VoltRange="5" SN="09" StepName="formation.xml" StartTime="2024-05-06 08:58:57"             Barcode="\u7535\u6c60 7" AuxCount="1">
                  <Aux1 AuxID="1" RealChlID="9" ChlType="%d" />
                </TestInfo>
              </config>
            </root>
            """;

    static final String VERSIONS =
            """
            <?xml version="1.0" encoding="GB2312"?>
            <root>
              <config type="Version Info File">
                <ZwjVersion SvrVer="BTSServer(R3)-8.0.0.390" CurrClientVer="BTS Client 8.0.0.478"             ZwjVersion="4S_8.0.5.13" MainXwjVer="M04310503" />
              </config>
            </root>
            """;

    static final String STEP =
            """
            <?xml version="1.0" encoding="GB2312"?>
            <root>
              <config type="Step File">
                <Head_Info>
                  <Creator Value="Someone" />
                  <SCQ Value="591" />
                  <SCQ_F Value="5.91E-06" />
                </Head_Info>
                <Step_Info Num="5">
                  <Step1 Step_ID="1" Step_Type="4"></Step1>
                  <Step2 Step_ID="2" Step_Type="1"></Step2>
                  <Step3 Step_ID="3" Step_Type="4"></Step3>
                  <Step4 Step_ID="4" Step_Type="2"></Step4>
                  <Step5 Step_ID="5" Step_Type="5"></Step5>
                </Step_Info>
              </config>
            </root>
            """;
}
