namespace Tare.Costs.Tests;

/// <summary>The second form of the development model: every dollar of every member is booked, then divided. It uses none of the closed forms.</summary>
internal static class DevelopmentLedger
{
    public static decimal AloneUsd(decimal finalRunUsd, double rdShare)
    {
        // The final run is what research and development leave of the whole.
        decimal finalShare = 1 - (decimal)rdShare;
        return finalRunUsd / finalShare;
    }

    public static decimal MemberUsd(decimal finalRunUsd, double rdShare, ConsortiumTerms terms)
    {
        decimal rd = AloneUsd(finalRunUsd, rdShare) - finalRunUsd;
        decimal shared = rd * (decimal)terms.SharedFraction;
        decimal spent = 0;
        for (int member = 1; member <= terms.Members; member++)
        {
            decimal programme = member == 1 ? shared : shared * (decimal)terms.ResidualDuplication;
            spent += programme + (programme * (decimal)terms.CoordinationOverhead);
            spent += rd - shared;
            spent += terms.FinalRunRule == FinalRunRule.Own || member == 1 ? finalRunUsd : 0;
        }

        return spent / terms.Members;
    }
}
