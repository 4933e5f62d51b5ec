using System.Text;

namespace EcsPlatform.Plans.Files;

/// <summary>
/// Plans as text in the format of <c>pulumi stack export</c> (version 3). The same plan always gives the same bytes:
/// resources by URN, properties by name, fields in a fixed order, no time.
/// </summary>
public static class PlanFile
{
    /// <summary>The version of the export format.</summary>
    public const int FormatVersion = 3;

    /// <summary>The largest file that is read, in bytes. A stack of 10,000 resources has about a fifth of it; reading takes about five times as much memory as the file has.</summary>
    public const int MaxBytes = 100_000_000;

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>JSON, indented, ending in a line feed.</returns>
    public static string Write(Plan plan) => PlanWriter.Text(plan, layOutJson: false);

    /// <summary>Writes a plan as UTF-8.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="stream">Takes what <see cref="Write(Plan)"/> returns.</param>
    public static void Write(Plan plan, Stream stream) => PlanWriter.Write(plan, stream, layOutJson: false);

    /// <summary>
    /// Reads a plan that <see cref="Write(Plan)"/> or <see cref="AcceptedPlan.Write(Plan)"/> wrote, or the output of <c>pulumi stack export</c>, with or without
    /// <c>--show-secrets</c>. Secrets are not kept: see <see cref="SecretMark"/>. Copies that wait for deletion are pending operations.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What problems call the text, for example its file. Default: <c>plan</c>.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="PlanFileException">The text is no plan; every problem that can be told is in it.</exception>
    public static Plan Read(string text, string name = "plan") => PlanReader.Read(PlanBytes.Checked(Encoding.UTF8.GetBytes(text), name), name);

    /// <summary>Reads a plan from a file, as <see cref="Read"/> does.</summary>
    /// <param name="path">The file: UTF-8, at most <see cref="MaxBytes"/>.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="PlanFileException">There is no such file, or it cannot be read, or it is no plan.</exception>
    public static Plan Load(string path) => PlanReader.Read(PlanBytes.Checked(PlanBytes.Of(path), path), path);
}
