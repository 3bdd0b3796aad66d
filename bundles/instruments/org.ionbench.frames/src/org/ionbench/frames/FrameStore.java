// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.frames;

import io.jhdf.HdfFile;
import io.jhdf.Superblock;
import io.jhdf.api.Group;
import io.jhdf.api.Node;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * An HDF5 file in which pandas keeps data frames, through PyTables.
 *
 * <p>The file is read as a whole, up to {@value #LARGEST} bytes. Links to other files are not
 * followed, data sets are measured before they are unpacked, and only deflate, shuffle and
 * checksums are undone. Damage ends in a {@link FormatException}.
 */
public final class FrameStore implements Closeable {
    /** Bytes a file may have. */
    public static final long LARGEST = 512L << 20;

    private static final String SIGNATURE = "\u0089HDF\r\n\u001a\n";

    private final String file;
    private final HdfFile hdf;
    private final long missing;

    private FrameStore(String file, HdfFile hdf, long missing) {
        this.file = file;
        this.hdf = hdf;
        this.missing = missing;
    }

    /** Whether a file begins as an HDF5 file does. */
    public static boolean isHdf5(Head head) {
        return head.startsWith(SIGNATURE);
    }

    /**
     * Reads a file.
     *
     * @throws FormatException if it is no HDF5 file or larger than {@link #LARGEST}
     */
    public static FrameStore open(Source source) throws IOException {
        byte[] bytes = source.bytes(LARGEST);
        try {
            HdfFile hdf = HdfFile.fromBytes(bytes);
            ByteBuffer start = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            start.position((int) hdf.getUserBlockSize());
            long end = Superblock.readSuperblock(start).getEndOfFileAddress();
            return new FrameStore(source.name(), hdf, end - bytes.length);
        } catch (RuntimeException e) {
            throw damaged(source.name(), e);
        }
    }

    /**
     * A warning where the file is shorter than it says itself; frames may be whole all the same.
     */
    public Optional<Problem> cut() {
        return missing <= 0
                ? Optional.empty()
                : Optional.of(
                        Problem.warning(
                                        "frames.cut",
                                        "The file is cut: "
                                                + missing
                                                + " bytes are missing at its end; what was whole"
                                                + " is read.")
                                .with(missing)
                                .mend("Copy the file again from where it was written."));
    }

    /**
     * A frame by the name of its group.
     *
     * @return empty where the file has none of this name
     * @throws FormatException if it is none, or damaged
     */
    public Optional<DataFrame> frame(String name) throws FormatException {
        try {
            Node node = hdf.getChildren().get(name);
            if (node == null) {
                return Optional.empty();
            }
            if (node.isLink() || !(node instanceof Group group)) {
                throw new FormatException(file, name, "expected a group that is no link");
            }
            return Optional.of(new FrameReader(file, name, hdf.size()).read(group));
        } catch (RuntimeException | OutOfMemoryError e) {
            // the size of an array within a record is known to the library alone, which makes one
            // as large as a damaged file says, all at once
            throw damaged(file, e);
        }
    }

    /** The reader of HDF5 tells damage by exceptions of many kinds, in words of its own. */
    private static FormatException damaged(String file, Throwable e) {
        return new FormatException(
                file,
                "",
                "expected a whole HDF5 file, found damage; copy it again from where it was written",
                e);
    }

    @Override
    public void close() {
        hdf.close();
    }
}
