namespace EcsPlatform.Plans.Files;

/// <summary>
/// The text of a stack's accepted plan, made for review: that of <see cref="PlanFile"/>, with JSON inside texts laid out. Such a text is
/// an object with the format's signature key (<c>json</c>) and the <c>value</c>; <see cref="PlanFile.Read"/> makes exactly the same text of it again.
/// Texts that are JSON but not in its compact form stay as they are, because they could not be told from it.
/// </summary>
public static class AcceptedPlan
{
    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>JSON, one property a line, ending in a line feed.</returns>
    public static string Write(Plan plan) => PlanWriter.Text(plan, layOutJson: true);

    /// <summary>Writes a plan as UTF-8.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="stream">Takes what <see cref="Write(Plan)"/> returns.</param>
    public static void Write(Plan plan, Stream stream) => PlanWriter.Write(plan, stream, layOutJson: true);
}
