namespace EcsPlatform.Clusters;

/// <summary>
/// How many of a group's instances are healthy while some are replaced, in percent of the desired number
/// (https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceMaintenancePolicy.html).
/// </summary>
/// <param name="Minimum">The least, 0 to 100.</param>
/// <param name="Maximum">The most, 100 to 200, and at most 100 more than the least; above 100 new instances start before old ones go.</param>
public sealed record HealthyPercentages(int Minimum, int Maximum)
{
    private const int LargestDifference = 100;

    /// <summary>Finds what is wrong with these percentages.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <returns>The problems, none when they are right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (Minimum is < 0 or > 100)
        {
            yield return new Problem($"{where}.minimum", $"{Minimum} %", "0 to 100 %", "Say how many instances must stay healthy");
        }
        else if (Maximum is < 100 or > 200)
        {
            yield return new Problem($"{where}.maximum", $"{Maximum} %", "100 to 200 %", "Say how many instances there may be in the meantime");
        }
        else if (Maximum - Minimum > LargestDifference)
        {
            yield return new Problem(
                where, $"{Minimum} % to {Maximum} %", $"a difference of at most {LargestDifference}", "Raise the minimum or lower the maximum");
        }
    }
}
